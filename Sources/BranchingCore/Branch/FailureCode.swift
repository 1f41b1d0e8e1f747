/// Why a branch failed, for programs. The message for people stands beside it.
public enum FailureCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source refused the connection, does not exist, or did not answer.
    case sourceUnreachable = "source_unreachable"
    /// The copy itself did not succeed.
    case cloneFailed = "clone_failed"
    /// The server that made the branch went away before it was done.
    case interrupted
    /// The branch was ready, and then its database was dropped by somebody else, or another was put in its place.
    case databaseMissing = "database_missing"
}
