import HTTPTypes
import Hummingbird

/// How a browser that signs in is connected. Anywhere else a cookie could be read on the way, so no session begins there.
enum ConnectionSecurity: Sendable {
    /// Over TLS, to us or to a proxy in front of us.
    case secure
    /// On plain HTTP, to this machine.
    case loopback

    /// Finds out how a browser is connected.
    ///
    /// Behind a proxy only the browser knows, and says so in `Origin`, which it sends with each form and which no page can
    /// set. A header that a proxy adds would have to be trusted from everybody.
    ///
    /// - Returns: nil for plain HTTP to another machine.
    init?(_ request: Request, isTLS: Bool) {
        if isTLS || request.headers[.origin]?.lowercased().hasPrefix("https://") == true {
            self = .secure
        } else if Self.isLoopback(host: request.head.authority) {
            self = .loopback
        } else {
            return nil
        }
    }

    /// Whether the host that the browser was given is this machine (RFC 6761, section 6.3; RFC 5735; RFC 4291). A name that
    /// somebody else owns is not, though it may lead here.
    static func isLoopback(host authority: String?) -> Bool {
        guard let authority else { return false }
        let host = name(in: authority)
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The host without its port, in small letters.
    private static func name(in authority: String) -> String {
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return host.lowercased()
    }
}
