/// Which step of a create or a delete is under way.
public enum BranchPhase: String, Sendable, Hashable, Codable, CaseIterable {
    /// The record is written, nothing else is done.
    case starting
    /// As many clones as may run at once are running: it waits its turn.
    case queued
    /// The source is inspected and the strategy chosen.
    case inspecting
    /// The data is copied.
    case copying
    /// The rows are there; keys, foreign keys and whatever comes after them are made.
    case indexing
    /// The planner's statistics are made.
    case analyzing
    /// The database-level settings and privileges are carried over.
    case configuring
    /// The temporary database takes its final name.
    case publishing
    /// The branch is being deleted.
    case deleting
}
