/// The answer of `GET /api/admin/branches`.
public struct BranchList: Sendable, Hashable, Codable {
    /// The branches, oldest first.
    public var branches: [Branch]

    /// Makes a list.
    public init(branches: [Branch]) {
        self.branches = branches
    }
}
