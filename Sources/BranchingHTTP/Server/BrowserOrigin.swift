import Synchronization

/// Where a browser on this machine finds the server: known once it listens.
final class BrowserOrigin: Sendable {
    private let text = Mutex<String?>(nil)

    /// Such as `http://127.0.0.1:8090`; nil while there is none, as for a server that listens on a Unix socket only.
    var url: String? { text.withLock { $0 } }

    /// Takes the first address that a browser can reach.
    func set(_ addresses: [ListenAddress]) {
        text.withLock { $0 = addresses.lazy.compactMap(\.browserURL).first }
    }
}

extension ListenAddress {
    /// The URL for a browser on this machine; nil for a Unix socket.
    var browserURL: String? {
        guard case .tcp(let host, let port, let tls) = self else { return nil }
        // The addresses that stand for all of the machine's.
        let isAny = ["0.0.0.0", "::", "*"].contains(host)
        return ListenAddress.tcp(host: isAny ? "localhost" : host, port: port, tls: tls).description
    }
}
