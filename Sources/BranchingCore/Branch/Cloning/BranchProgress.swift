/// How far a create has come.
public struct BranchProgress: Sendable, Hashable, Codable {
    /// The step that is under way.
    public var phase: BranchPhase
    /// Bytes copied so far.
    public var bytesDone: Int64
    /// Bytes to copy in all, as far as known beforehand; 0 while unknown.
    public var bytesTotal: Int64
    /// Tables whose rows are all copied; nil where the strategy does not see tables.
    public var tablesDone: Int?
    /// Tables that have rows to copy.
    public var tablesTotal: Int?
    /// Indexes built so far, including those of keys.
    public var indexesDone: Int?
    /// Indexes to build.
    public var indexesTotal: Int?
    /// The estimated time until rows and indexes are done, in seconds; nil while nothing can be said.
    public var secondsLeft: Double?

    /// Makes a progress.
    public init(
        phase: BranchPhase, bytesDone: Int64 = 0, bytesTotal: Int64 = 0, tablesDone: Int? = nil,
        tablesTotal: Int? = nil, indexesDone: Int? = nil, indexesTotal: Int? = nil, secondsLeft: Double? = nil
    ) {
        self.phase = phase
        self.bytesDone = bytesDone
        self.bytesTotal = bytesTotal
        self.tablesDone = tablesDone
        self.tablesTotal = tablesTotal
        self.indexesDone = indexesDone
        self.indexesTotal = indexesTotal
        self.secondsLeft = secondsLeft
    }

    /// The part that is done, from 0 to 1; nil if the total is unknown.
    public var fraction: Double? {
        bytesTotal > 0 ? max(0, min(1, Double(bytesDone) / Double(bytesTotal))) : nil
    }

    private enum CodingKeys: String, CodingKey {
        case phase
        case bytesDone = "bytes_done"
        case bytesTotal = "bytes_total"
        case tablesDone = "tables_done"
        case tablesTotal = "tables_total"
        case indexesDone = "indexes_done"
        case indexesTotal = "indexes_total"
        case secondsLeft = "seconds_left"
    }
}

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
