/// Where a branch is, as users see it. There is no `deleting`: a branch keeps its status until it is gone.
public enum BranchStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its database is being made.
    case creating
    /// Its database is there.
    case ready
    /// It has no database, and never will: delete it and create it again.
    case failed
}
