import BranchingCore

/// One request to a server.
struct HTTPRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    var method: Method
    /// The path, with its query, percent-encoded.
    var path: String
    /// The key that goes as a bearer token.
    var key: Secret?
    /// Further header lines, such as `Prefer: respond-async`.
    var headers: [String] = []
    /// The body, JSON.
    var body: [UInt8]?
    /// How long it may take in all.
    var timeoutMilliseconds = 60_000
    /// Whether an interrupt ends it. One that makes something should come to its end, so that what it made is known.
    var isInterruptible = true
    /// The largest answer that is taken, in bytes.
    var responseLimit = HTTPClient.responseLimit
}
