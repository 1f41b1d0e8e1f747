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
