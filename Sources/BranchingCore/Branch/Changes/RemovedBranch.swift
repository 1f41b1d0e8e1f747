/// A branch that was removed.
public struct RemovedBranch: Sendable, Hashable, Codable {
    /// Its identity.
    public var id: BranchID
    /// The name that it had. Another branch may have it by now.
    public var name: BranchName
    /// The number of its removal, as ``Branch/revision``. Not part of the JSON.
    public var revision: Int64 = 0

    /// Makes a record of a removal.
    public init(id: BranchID, name: BranchName, revision: Int64 = 0) {
        self.id = id
        self.name = name
        self.revision = revision
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
    }
}
