import HTTPTypes
import Hummingbird

/// Whether a request comes from a page of this server: what a page of another site cannot pretend.
enum SameOrigin {
    /// Checks what a browser says of a change.
    ///
    /// Browsers send `Sec-Fetch-Site` (W3C, Fetch Metadata) to us if we are reached over TLS or on this machine; older
    /// ones send at least `Origin`. No script can set either.
    ///
    /// - Throws: ``RefusedRequest/crossSite``, also where neither is there.
    static func check(_ request: Request) throws(RefusedRequest) {
        guard isSame(request) == true else { throw .crossSite }
    }

    /// The same for a sign-in, where a program that is no browser has neither header.
    static func checkUnlessNoBrowser(_ request: Request) throws(RefusedRequest) {
        guard isSame(request) ?? true else { throw .crossSite }
    }

    /// Refuses what a page of another site asks for, even if it would only read.
    static func checkRead(_ request: Request) throws(RefusedRequest) {
        switch request.headers[.secFetchSite] {
        case nil, "same-origin", "none": break
        default: throw .crossSite
        }
    }

    /// nil where the request does not say.
    private static func isSame(_ request: Request) -> Bool? {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin] else { return nil }
        guard let authority = request.head.authority?.lowercased() else { return false }
        let text = origin.lowercased()
        return [("http://", ":80"), ("https://", ":443")].contains { scheme, port in
            guard text.hasPrefix(scheme) else { return false }
            let host = text.dropFirst(scheme.count)
            // A browser leaves the usual port out of both; a proxy may add it.
            return host == authority || host + port == authority
        }
    }
}
