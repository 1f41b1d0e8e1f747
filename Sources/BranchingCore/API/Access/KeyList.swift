/// The answer of `GET /api/admin/keys`.
public struct KeyList: Sendable, Hashable, Codable {
    /// The keys, oldest first.
    public var keys: [APIKey]

    /// Makes an answer.
    public init(keys: [APIKey]) {
        self.keys = keys
    }
}
