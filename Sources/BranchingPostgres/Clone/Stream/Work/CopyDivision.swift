import BranchingCore

/// Divides the tables into pieces of work: large ones by blocks, small ones together.
struct CopyDivision: Sendable {
    /// How many workers there are.
    var workers: Int
    /// Whether a range of blocks is found without reading the others: since PostgreSQL 14.
    var canSplit: Bool

    /// Tables below this size go together.
    private static let small: Int64 = 1 << 20
    private static let batchBytes: Int64 = 4 << 20
    private static let batchTables = 40
    /// A table is split if its pieces are at least this large.
    private static let piece: Int64 = 64 << 20

    /// The pieces; a table without blocks has no rows.
    func units(_ tables: [StreamTable]) -> [CopyUnit] {
        let filled = tables.filter { $0.blocks > 0 }
        let total = totalBytes(tables)
        var units: [CopyUnit] = []
        var batch = CopyUnit(tables: [], bytes: 0)
        for table in filled {
            guard table.bytes < Self.small else {
                units += split(table, total: total)
                continue
            }
            batch.tables.append(table)
            batch.bytes = batch.bytes.addingSaturated(table.bytes)
            if batch.tables.count == Self.batchTables || batch.bytes >= Self.batchBytes {
                units.append(batch)
                batch = CopyUnit(tables: [], bytes: 0)
            }
        }
        return batch.tables.isEmpty ? units : units + [batch]
    }

    /// The tables that would be split if nobody could give them expressions.
    func tablesToHold(_ tables: [StreamTable]) -> [StreamTable] {
        let total = totalBytes(tables)
        return tables.filter { !$0.isHeld && pieces(of: $0, total: total) > 1 }
    }

    private func totalBytes(_ tables: [StreamTable]) -> Int64 {
        tables.reduce(0) { $1.blocks > 0 ? $0.addingSaturated($1.bytes) : $0 }
    }

    /// Several if the table would keep one worker busy after the others are done.
    private func pieces(of table: StreamTable, total: Int64) -> Int64 {
        guard canSplit, workers > 1, table.bytes >= Self.small, table.condition == nil, !table.hasExpressions,
            table.bytes > total / Int64(workers)
        else { return 1 }
        let share = max(Self.piece, total / Int64(workers) / 2)
        return min(table.blocks, table.bytes / share + (table.bytes % share == 0 ? 0 : 1))
    }

    private func split(_ table: StreamTable, total: Int64) -> [CopyUnit] {
        let count = pieces(of: table, total: total)
        guard table.isHeld, count > 1 else { return [CopyUnit(tables: [table], bytes: table.bytes)] }
        return (0..<count).map { index in
            // Avoids a product that may overflow: the first pieces get the remaining blocks.
            let (size, rest) = (table.blocks / count, table.blocks % count)
            let start = size * index + min(index, rest)
            let range = start..<start + size + (index < rest ? 1 : 0)
            return CopyUnit(
                tables: [table], blocks: range, isLast: index == count - 1, bytes: table.bytes / count)
        }
    }
}
