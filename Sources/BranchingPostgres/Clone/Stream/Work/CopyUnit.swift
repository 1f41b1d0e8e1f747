/// Rows that one worker copies in one go: a large table, a range of its blocks, or several small tables.
struct CopyUnit: Sendable, Hashable {
    var tables: [StreamTable]
    /// The blocks of the only table; nil for all of them.
    var blocks: Range<Int64>?
    /// Whether the range is open, as the last one is.
    var isLast = true
    /// The expected amount to move, in bytes of the source.
    var bytes: Int64

    /// From this size on a table is worth the new file that FREEZE needs.
    private static let freezing: Int64 = 1 << 20

    /// Whether the rows can be loaded as frozen: one transaction must both empty and fill the table. An extension's
    /// table may already have rows, and a partition root has other partitions.
    var isFrozen: Bool {
        guard let table = tables.first, tables.count == 1, blocks == nil else { return false }
        return table.bytes >= Self.freezing && !table.belongsToExtension && !table.goesThroughRoot
    }

    /// The script that reads the rows, after the locks.
    ///
    /// - Parameter locking: whether the session does not hold the locks yet. It does not queue for them: behind a session
    ///   that waits for a stronger lock, and so for the clone itself, it would wait forever.
    func reading(locking: Bool) -> String {
        let names = tables.map { "ONLY \($0.sqlName)" }.joined(separator: ", ")
        let lock = locking ? ["LOCK TABLE \(names) IN ACCESS SHARE MODE NOWAIT"] : []
        let copies = tables.map { CopyStatement.reading($0, blocks: blocks, isLast: isLast) }
        return (lock + copies).joined(separator: "; ")
    }

    /// The script that writes the rows, all in one transaction.
    var writing: String {
        tables.map { CopyStatement.writing($0, frozen: isFrozen) }.joined(separator: "; ")
    }
}
