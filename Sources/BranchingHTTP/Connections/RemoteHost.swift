import Glibc
import NIOCore

/// The unit by which connections are counted: an IPv4 address, or the /64 network of an IPv6 address, since one
/// customer of a provider has all of its addresses (RFC 6177).
struct RemoteHost: Sendable, Hashable {
    private let bytes: [UInt8]

    /// nil if there is no address, as for a Unix socket.
    init?(_ address: SocketAddress?) {
        guard let address, let text = address.ipAddress else { return nil }
        self.init(text, address.protocol == .inet ? AF_INET : AF_INET6)
    }

    /// Parses an address.
    init?(_ text: String, _ family: Int32) {
        var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
        // Without the interface that follows `%` in a link-local one.
        guard inet_pton(family, String(text.prefix { $0 != "%" }), &bytes) == 1 else { return nil }
        // An IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2).
        let isMapped = bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
        self.bytes = bytes.count == 4 ? bytes : isMapped ? Array(bytes.suffix(4)) : Array(bytes.prefix(8))
    }
}
