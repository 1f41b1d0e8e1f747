/// Where a server listens.
public enum ListenAddress: Sendable, Hashable {
    /// A host name or address, a port (0 for any free one), and TLS if certificate and key are given.
    case tcp(host: String, port: Int, tls: TLSFiles? = nil)
    /// The path of a Unix socket, to which only the process's user can connect.
    case unixSocket(path: String)
}

extension ListenAddress {
    /// Whether clients speak TLS with it.
    var isTLS: Bool {
        guard case .tcp(_, _, let files) = self else { return false }
        return files != nil
    }
}

extension ListenAddress: CustomStringConvertible {
    /// The address as a URL, such as `http://127.0.0.1:8090`, or the path of the socket.
    public var description: String {
        switch self {
        case .tcp(let host, let port, let tls):
            "\(tls == nil ? "http" : "https")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .unixSocket(let path): path
        }
    }
}
