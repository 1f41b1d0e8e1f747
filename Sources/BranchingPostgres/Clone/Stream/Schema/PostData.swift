import DumpText

/// What comes after the rows, sorted by when it can run.
struct PostData: Sendable {
    /// Indexes, and the constraints that are indexes, by table: independent of each other.
    private(set) var indexes: [TableName: [IndexStatement]] = [:]
    /// Attachments of partitions' indexes to those of their tables, in order.
    private(set) var attachments: [[UInt8]] = []
    /// Foreign keys, in order.
    private(set) var foreignKeys: [ForeignKeyStatement] = []
    /// Everything else, in order.
    private(set) var rest: [[UInt8]] = []
    /// Event triggers, which would fire for everything before them.
    private(set) var eventTriggers: [[UInt8]] = []

    /// A table by its names.
    struct TableName: Sendable, Hashable {
        var schema: String
        var name: String
    }

    /// Sorts the statements of a dump.
    ///
    /// - Parameters:
    ///   - tables: those whose rows are copied; indexes of others are left in their order.
    ///   - filter: leaves out what the target cannot take.
    /// - Throws: if a missing role is in a statement that cannot be left out.
    init(_ dump: SchemaText, tables: Set<TableName>, filter: DumpFilter) throws {
        var filter = filter
        var defaults: [UInt8] = []
        var sorted = self
        try dump.forEachStatement { statement in
            guard !SessionStatement.isSetting(statement), let bytes = try filter.text(of: statement)
            else { return }
            if SessionStatement.isDefault(statement) {
                if statement.isWord("default_tablespace", at: 1) { defaults = bytes + [UInt8(ascii: "\n")] }
                sorted.rest.append(bytes)
            } else {
                sorted.sort(statement, bytes, defaults: defaults, tables: tables)
            }
        }
        self = sorted
    }

    private mutating func sort(
        _ statement: DumpStatement, _ bytes: [UInt8], defaults: [UInt8], tables: Set<TableName>
    ) {
        if statement.begins(with: "alter", "index"), statement.hasWords("attach", "partition") {
            attachments.append(bytes)
        } else if let foreignKey = ForeignKeyStatement(statement, bytes) {
            foreignKeys.append(foreignKey)
        } else if let index = IndexStatement(statement, bytes, defaults: defaults), tables.contains(index.table) {
            indexes[index.table, default: []].append(index)
        } else if statement.isEventTrigger {
            eventTriggers.append(bytes)
        } else {
            rest.append(bytes)
        }
    }
}

extension DumpStatement {
    /// Whether it has these two keywords in a row.
    func hasWords(_ first: String, _ second: String) -> Bool {
        tokens.indices.contains { isWord(first, at: $0) && isWord(second, at: $0 + 1) }
    }

    /// `CREATE EVENT TRIGGER`, and statements about one.
    fileprivate var isEventTrigger: Bool {
        let starts = [("create", 1), ("alter", 1), ("comment", 2), ("security", 4)]
        return starts.contains { isWord($0.0, at: 0) && isWord("event", at: $0.1) && isWord("trigger", at: $0.1 + 1) }
    }

    /// The schema and name of the relation at a token, and the index of the next token.
    func relation(at index: Int) -> (name: PostData.TableName, next: Int)? {
        guard let schema = name(at: index), isSymbol(".", at: index + 1), let name = name(at: index + 2) else {
            return nil
        }
        return (PostData.TableName(schema: schema, name: name), index + 3)
    }
}
