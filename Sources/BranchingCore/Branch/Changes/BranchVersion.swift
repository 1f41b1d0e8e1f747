/// One version of one branch's record: what an entity tag says.
public struct BranchVersion: Sendable, Hashable, CustomStringConvertible {
    /// The branch.
    public let id: BranchID
    /// Its ``Branch/revision`` then.
    public let revision: Int64

    /// Makes a version.
    public init(id: BranchID, revision: Int64) {
        self.id = id
        self.revision = revision
    }

    /// Reads what ``description`` writes; nil for any other text.
    public init?(_ text: String) {
        guard let hyphen = text.firstIndex(of: "-"), let revision = Int64(text[..<hyphen]) else { return nil }
        self.init(id: BranchID(rawValue: String(text[text.index(after: hyphen)...])), revision: revision)
    }

    /// The version as text.
    public var description: String { "\(revision)-\(id)" }
}

extension Branch {
    /// The version of the record.
    public var version: BranchVersion { BranchVersion(id: id, revision: revision) }
}
