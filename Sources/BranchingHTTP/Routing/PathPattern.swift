/// The path of a route; a segment in braces, such as `{name}`, matches any one segment.
struct PathPattern: Sendable {
    private let segments: [Substring]

    init(_ path: String) { segments = path.split(separator: "/") }

    /// Whether a request path matches.
    func covers(_ requestPath: String) -> Bool {
        let given = requestPath.split(separator: "/")
        return segments.count == given.count
            && zip(segments, given).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && $0.hasSuffix("}")) }
    }
}
