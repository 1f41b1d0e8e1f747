/// Why a branch failed, for programs. A message for people comes with it.
public enum FailureCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source refused the connection, does not exist, or did not answer.
    case sourceUnreachable = "source_unreachable"
    /// A template clone was asked for, and other sessions are on the source.
    case sourceInUse = "source_in_use"
    /// The copy itself did not succeed.
    case cloneFailed = "clone_failed"
    /// The server that made the branch went away before it was done.
    case interrupted
    /// The branch was ready, and then somebody else dropped its database or put another in its place.
    case databaseMissing = "database_missing"
}
