import BranchingCore

/// One request to a server.
struct HTTPRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
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

/// What a server answered.
struct HTTPResponse: Sendable {
    /// The status: 100 to 599.
    let status: Int
    /// The body.
    let body: [UInt8]
    /// The target of a redirect, which is never followed: the key would go along.
    let redirect: String?

    /// Whether it is 200 to 299.
    var isSuccess: Bool { (200..<300).contains(status) }
}
