/// The answer of `DELETE /api/admin/branches/{name}`.
public struct Deletion: Sendable, Hashable, Codable {
    /// Always `deleted`.
    public var status: String

    /// Makes the answer.
    public init() {
        status = "deleted"
    }
}
