/// Removes column options that PostgreSQL keeps for itself from `ALTER TABLE … ALTER COLUMN … SET (…)`.
///
/// pg_dump leaves out those it knows. One older than its server does not know all, and the restore fails with
/// `unrecognized parameter "pg_attver"` if the target does not know them either.
enum ColumnOptionFilter {
    /// What happens to a statement: other kinds are kept as they are.
    static func decide(_ statement: DumpStatement) -> DumpFilter.Decision {
        guard let list = options(of: statement) else { return .keep }
        let kept = list.elements.filter { isPartOfSchema(statement, $0) }
        if kept.count == list.elements.count { return .keep }
        if kept.isEmpty { return .leaveOut }
        let texts = kept.map { element in
            statement.bytes[
                statement.tokens[element.lowerBound].range
                    .lowerBound..<statement.tokens[element.upperBound - 1].range
                    .upperBound]
        }
        let bytes =
            statement.bytes[..<statement.tokens[list.opening].range.upperBound]
            + texts.joined(separator: Array(", ".utf8))
            + statement.bytes[statement.tokens[list.closing].range.lowerBound...]
        return .replace(with: Array(bytes))
    }

    private struct OptionList {
        /// The tokens of the parentheses.
        var opening: Int
        var closing: Int
        /// The tokens between the commas.
        var elements: [Range<Int>]
    }

    /// The list after `ALTER COLUMN name SET`, at the end of the statement.
    private static func options(of statement: DumpStatement) -> OptionList? {
        let closing = statement.tokens.count - 2
        guard statement.begins(with: "alter", "table") || statement.begins(with: "alter", "foreign", "table"),
            statement.isSymbol(")", at: closing),
            let set = statement.tokens.indices.first(where: { isBeginning(statement, at: $0) })
        else { return nil }
        var elements: [Range<Int>] = []
        var start = set + 2
        for index in start...closing where index == closing || statement.isSymbol(",", at: index) {
            if index > start { elements.append(start..<index) }
            start = index + 1
        }
        return OptionList(opening: set + 1, closing: closing, elements: elements)
    }

    private static func isBeginning(_ statement: DumpStatement, at index: Int) -> Bool {
        statement.isWord("set", at: index) && statement.isSymbol("(", at: index + 1)
            && statement.isWord("alter", at: index - 3) && statement.isWord("column", at: index - 2)
    }

    private static func isPartOfSchema(_ statement: DumpStatement, _ element: Range<Int>) -> Bool {
        guard let name = statement.name(at: element.lowerBound) else { return true }
        return OptionScope.column.judgement(on: name) == .part
    }
}
