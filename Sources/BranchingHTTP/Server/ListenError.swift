/// Why a server does not listen.
public enum ListenError: Error, Sendable, Hashable {
    /// The address cannot be bound; the text is the system's.
    case bind(ListenAddress, reason: String)
    /// Another process accepts connections on the socket.
    case socketInUse(path: String)
    /// The path is taken by something that is no socket.
    case notASocket(path: String)
    /// The certificate cannot be read, or is not in PEM format.
    case certificate(path: String)
    /// The key cannot be read, or is not in PEM format.
    case key(path: String)
    /// Certificate and key do not match; the text is the library's.
    case tls(TLSFiles, reason: String)
}

extension ListenError: CustomStringConvertible {
    /// What failed, why, and what to do next.
    public var description: String {
        switch self {
        case .bind(let address, let reason):
            "The server cannot listen on \(address): \(reason). Stop what has the address, or choose another."
        case .socketInUse(let path):
            "The server cannot listen on \(path): another process does. Stop it, or choose another path."
        case .notASocket(let path):
            "The server cannot listen on \(path): a file that is not a socket is there, and is left as it is. Choose another path."
        case .certificate(let path):
            "The TLS certificate \(path) cannot be read. It must be a file in PEM format that the server's user may read."
        case .key(let path):
            "The TLS key \(path) cannot be read. It must be a file in PEM format, without a passphrase, that the server's user may read."
        case .tls(let files, let reason):
            "TLS does not work with certificate \(files.certificate) and key \(files.key): \(reason). Do they belong together?"
        }
    }
}
