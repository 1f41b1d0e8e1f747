import BranchingCore
import NIOCore

/// The unit by which connections are counted: an IPv4 address, or the /64 network of an IPv6 address, since one
/// customer of a provider has all of its addresses (RFC 6177).
struct RemoteHost: Sendable, Hashable {
    private let bytes: [UInt8]

    /// nil if there is no address, as for a Unix socket.
    init?(_ address: SocketAddress?) {
        guard let text = address?.ipAddress else { return nil }
        self.init(text)
    }

    /// Parses an address.
    init?(_ text: String) {
        guard let address = IPAddress(text) else { return nil }
        bytes = Array(address.bytes.prefix(8))
    }
}
