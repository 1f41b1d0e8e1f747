import BranchingCore

/// Divides the indexes into pieces of work: those of small tables go together.
struct IndexDivision: Sendable {
    /// The indexes not taken yet, by table.
    private(set) var statements: [PostData.TableName: [IndexStatement]]

    /// Indexes of tables below this size, in bytes, are built together with others.
    private static let small: Int64 = 1 << 20
    private static let batch = 40

    init(statements: [PostData.TableName: [IndexStatement]]) {
        self.statements = statements
    }

    /// Takes the indexes of tables whose rows are in.
    mutating func take(of tables: [(name: PostData.TableName, bytes: Int64)]) -> [IndexUnit] {
        var units: [IndexUnit] = []
        var batch = IndexUnit(statements: [], bytes: 0, isOfSmallTables: true)
        for table in tables {
            let found = statements.removeValue(forKey: table.name) ?? []
            guard table.bytes < Self.small else {
                units += found.map { IndexUnit(statements: [$0], bytes: table.bytes, isOfSmallTables: false) }
                continue
            }
            batch.statements += found
            batch.bytes = batch.bytes.addingSaturated(table.bytes)
            if batch.statements.count >= Self.batch {
                units.append(batch)
                batch = IndexUnit(statements: [], bytes: 0, isOfSmallTables: true)
            }
        }
        return batch.statements.isEmpty ? units : units + [batch]
    }
}

/// Indexes that one worker builds in one go: one of a large table, or all those of several small ones.
struct IndexUnit: Sendable {
    var statements: [IndexStatement]
    /// The size of the tables that are read, in bytes.
    var bytes: Int64
    /// Whether it is a batch of small tables' indexes.
    var isOfSmallTables: Bool

    /// Its cost, relative to copied bytes.
    var work: Double { Double(bytes) * CloneMeter.indexShare }
}
