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
    /// The key, sent as a bearer token.
    var key: Secret?
    /// Further header lines, such as `Prefer: respond-async`.
    var headers: [String] = []
    /// The JSON body.
    var body: [UInt8]?
    /// The time limit of the whole request.
    var timeoutMilliseconds = 60_000
    /// Whether an interrupt ends it. A request that makes something should finish, so that what it made is known.
    var isInterruptible = true
    /// The largest answer accepted, in bytes.
    var responseLimit = HTTPClient.responseLimit
}
