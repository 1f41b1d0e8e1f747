/// Indexes that one worker builds in one go: one of a large table, or all those of several small ones.
struct IndexUnit: Sendable {
    var statements: [IndexStatement]
    /// The size of the tables that are read, in bytes.
    var bytes: Int64
    /// Whether it is a batch of small tables' indexes.
    var isOfSmallTables: Bool

    /// What it costs, in relation to copied bytes.
    var work: Double { Double(bytes) * CloneMeter.indexShare }
}
