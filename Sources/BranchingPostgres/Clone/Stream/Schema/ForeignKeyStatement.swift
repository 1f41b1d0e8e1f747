import DumpText

/// `ALTER TABLE … ADD CONSTRAINT … FOREIGN KEY …`, added without checking the rows if possible, and validated
/// afterwards: that holds a weaker lock, so several can be validated at once.
struct ForeignKeyStatement: Sendable {
    let table: PostData.TableName
    /// The table that the key refers to.
    let referenced: PostData.TableName
    /// Adds the key as it is.
    let sql: [UInt8]
    /// Adds the key without validation; nil if the source has not validated it either, or if it is on a partitioned
    /// table, where PostgreSQL before 18 has no such key.
    let unvalidated: [UInt8]?
    /// Validates it.
    let validation: [UInt8]

    /// - Parameter bytes: what is run, if not the statement itself.
    /// - Returns: nil if it is something else.
    init?(_ statement: DumpStatement, _ bytes: [UInt8]) {
        guard statement.begins(with: "alter", "table") else { return nil }
        let isOnly = statement.isWord("only", at: 2)
        guard let (table, next) = statement.relation(at: isOnly ? 3 : 2), statement.isWord("add", at: next),
            statement.isWord("constraint", at: next + 1), statement.isWord("foreign", at: next + 3),
            let references = statement.tokens.indices.first(where: { statement.isWord("references", at: $0) }),
            let (referenced, _) = statement.relation(at: references + 1),
            let semicolon = bytes.lastIndex(of: UInt8(ascii: ";"))
        else { return nil }
        self.table = table
        self.referenced = referenced
        sql = bytes
        let isUnvalidated = statement.hasWords("not", "valid") || statement.hasWords("not", "enforced")
        // pg_dump writes ONLY except for partitioned tables.
        unvalidated = isUnvalidated || !isOnly ? nil : Array(bytes[..<semicolon]) + Array(" NOT VALID;".utf8)
        let prefix = bytes[..<statement.tokens[next].range.lowerBound]
        validation = prefix + Array("VALIDATE CONSTRAINT ".utf8) + statement.text(at: next + 2) + Array(";".utf8)
    }
}
