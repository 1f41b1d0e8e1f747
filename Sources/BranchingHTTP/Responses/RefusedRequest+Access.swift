import BranchingCore
import HTTPTypes

extension RefusedRequest {
    /// Nobody is let in. It does not tell why a key does not work (RFC 6750, section 3.1).
    init(_ failure: AuthenticationFailure) {
        switch failure {
        case .missing:
            self.init(
                .unauthorized, .unauthorized, "Unauthorized",
                "A key is missing. Send it as 'Authorization: Bearer KEY'.",
                headers: [.wwwAuthenticate: #"Bearer realm="ayb""#])
        case .wrong, .ended:
            self.init(
                .invalidKey, .unauthorized, "Invalid key",
                "The key is wrong, has expired or was revoked. Ask whoever runs the server for another one.",
                headers: [.wwwAuthenticate: #"Bearer realm="ayb", error="invalid_token""#])
        case .sessionOver:
            self.init(
                .invalidSession, .unauthorized, "Session over",
                "This browser is not signed in any more. Sign in again.",
                headers: [.wwwAuthenticate: #"Bearer realm="ayb""#])
        case .elsewhere:
            let problem = Problem(AccessError.limitExceeded(.cidrs))
            self.init(problem.code, .forbidden, problem.title, problem.detail ?? "")
        case .tooMany(let seconds):
            self.init(
                .tooManyFailures, .tooManyRequests, "Too many failures",
                "Too many wrong keys came from there. Try again in \(seconds) seconds.",
                headers: [.retryAfter: String(seconds)])
        }
    }

    /// A browser is not let in. It does not tell whether a key or a code was wrong, is over, or may not be used from there.
    static let signInFailed = RefusedRequest(
        .signInFailed, .unauthorized, "Sign-in failed",
        "Nobody can sign in with this: it is wrong, has expired, was revoked or used, or does not work from this address.",
        headers: [.wwwAuthenticate: #"Bearer realm="ayb""#])

    /// A page of another site asked for it, as far as the browser says.
    static let crossSite = RefusedRequest(
        .crossSiteRequest, .forbidden, "Cross-site request",
        "With a session this is for pages of this server only: the browser has to send 'Sec-Fetch-Site: same-origin', or an 'Origin' that is this server. A proxy has to pass both on, and 'Host'."
    )

    /// The form was made for another session, or by somebody else.
    static let formToken = RefusedRequest(
        .invalidFormToken, .forbidden, "Invalid form token",
        "The form token of this session is missing or wrong. Load the page again.")

    /// A key would be read on the way.
    static let insecureConnection = RefusedRequest(
        .insecureConnection, .forbidden, "Insecure connection",
        "Browsers sign in over TLS, or on this machine: set server.tls.certificate and server.tls.key, or put a proxy in front that speaks TLS and passes 'Origin' on."
    )

    /// A session must not make one-time codes, with which it could go on for ever.
    static let keyRequired = RefusedRequest(
        .keyRequired, .forbidden, "Key required", "This needs a key as 'Authorization: Bearer KEY', not a session.")

    /// The request has a key, and no session.
    static let noSession = RefusedRequest(
        .sessionNotFound, .notFound, "Session not found", "This request has no session.")

    /// A page got something that is no form.
    static let notAForm = RefusedRequest(
        .unsupportedMediaType, .unsupportedMediaType, "Unsupported media type",
        "Send the form as 'Content-Type: \(FormFields.mediaType)'.")
}
