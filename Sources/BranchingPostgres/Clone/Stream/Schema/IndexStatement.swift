import DumpText

/// `CREATE INDEX`, or `ALTER TABLE … ADD CONSTRAINT … PRIMARY KEY`, `UNIQUE` or `EXCLUDE`.
struct IndexStatement: Sendable {
    let table: PostData.TableName
    /// The statement, with the setting that says where the index is stored.
    let sql: [UInt8]

    /// - Parameters:
    ///   - bytes: what is run, if not the statement itself.
    ///   - defaults: a `SET` that goes before.
    /// - Returns: nil if it is something else.
    init?(_ statement: DumpStatement, _ bytes: [UInt8], defaults: [UInt8]) {
        guard let table = Self.indexed(statement) ?? Self.constrained(statement) else { return nil }
        self.table = table
        sql = defaults + bytes
    }

    /// `CREATE [UNIQUE] INDEX name ON [ONLY] table`
    private static func indexed(_ statement: DumpStatement) -> PostData.TableName? {
        let start = statement.begins(with: "create", "index") ? 2 : 3
        guard start == 2 || statement.begins(with: "create", "unique", "index"), statement.isWord("on", at: start + 1)
        else { return nil }
        return statement.relation(at: start + (statement.isWord("only", at: start + 2) ? 3 : 2))?.name
    }

    /// `ALTER TABLE [ONLY] table ADD CONSTRAINT name …`
    private static func constrained(_ statement: DumpStatement) -> PostData.TableName? {
        guard statement.begins(with: "alter", "table") else { return nil }
        guard let (table, next) = statement.relation(at: statement.isWord("only", at: 2) ? 3 : 2),
            statement.isWord("add", at: next), statement.isWord("constraint", at: next + 1),
            ["primary", "unique", "exclude"].contains(where: { statement.isWord($0, at: next + 3) })
        else { return nil }
        return table
    }
}
