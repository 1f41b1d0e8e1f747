/// The statements of a schema dump, in a form that is equal for equal schemas: sorted, without comments and settings,
/// and with the columns of a table and the roles of a policy in the order of their text.
package struct NormalizedDump: Sendable, Hashable {
    /// The statements, sorted.
    package let statements: [String]

    /// Reads what `pg_dump --schema-only` wrote.
    package init(_ dump: String) {
        var found: [String] = []
        var splitter = DumpStatementSplitter()
        var dump = dump
        dump.withUTF8 { text in
            splitter.split(UnsafeRawBufferPointer(text)) { piece in
                guard case .statement(let statement) = piece, !Self.isSetting(statement) else { return }
                switch ColumnOptionFilter.decide(statement) {
                case .keep: found.append(Self.normalized(statement))
                case .replace(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
                case .leaveOut: break
                }
            }
        }
        statements = found.sorted()
    }

    /// What this has and the other lacks; a duplicate statement counts twice.
    package func subtracting(_ other: NormalizedDump) -> [String] {
        var left = Dictionary(other.statements.map { ($0, 1) }, uniquingKeysWith: +)
        return statements.filter { statement in
            guard let count = left[statement], count > 0 else { return true }
            left[statement] = count - 1
            return false
        }
    }

    /// `SET …` and `SELECT pg_catalog.set_config(…)`, for the restoring session.
    private static func isSetting(_ statement: DumpStatement) -> Bool {
        statement.begins(with: "set") || (statement.begins(with: "select") && statement.isWord("set_config", at: 3))
    }

    private static func normalized(_ statement: DumpStatement) -> String {
        let text = String(decoding: statement.bytes, as: UTF8.self)
        if let roles = statement.policyRoles { return sorted(roles, of: statement) ?? text }
        guard let (columns, list) = columns(of: statement) else { return text }
        let head = String(decoding: statement.bytes[..<list.lowerBound], as: UTF8.self)
        let tail = String(decoding: statement.bytes[list.upperBound...], as: UTF8.self)
        return head + columns.sorted().map { "\n    " + $0 }.joined(separator: ",") + "\n" + tail
    }

    /// PostgreSQL lists the roles as it finds them in its catalog.
    private static func sorted(_ roles: RoleList, of statement: DumpStatement) -> String? {
        guard let first = roles.entries.first, let last = roles.entries.last else { return nil }
        let names = roles.entries.map { String(decoding: statement.text(at: $0.token), as: UTF8.self) }
        let head = statement.bytes[..<statement.tokens[first.token].range.lowerBound]
        let tail = statement.bytes[statement.tokens[last.token].range.upperBound...]
        return String(decoding: head, as: UTF8.self) + names.sorted().joined(separator: ", ")
            + String(decoding: tail, as: UTF8.self)
    }

    /// The text in parentheses after the name of a table, and where it is.
    private static func columns(of statement: DumpStatement) -> (columns: [String], list: Range<Int>)? {
        guard statement.begins(with: "create"),
            let keyword = [1, 2].first(where: { statement.isWord("table", at: $0) })
        else { return nil }
        var index = keyword + 2
        while statement.isSymbol(".", at: index) { index += 2 }
        guard statement.isSymbol("(", at: index) else { return nil }
        let start = statement.tokens[index].range.upperBound
        var (depth, elementStart, columns) = (1, start, [String]())
        for next in statement.tokens[(index + 1)...] where next.kind == .symbol {
            let symbol = statement.bytes[next.range.lowerBound]
            if symbol == UInt8(ascii: "(") || symbol == UInt8(ascii: "[") { depth += 1 }
            if symbol == UInt8(ascii: ")") || symbol == UInt8(ascii: "]") { depth -= 1 }
            guard depth == 0 || (depth == 1 && symbol == UInt8(ascii: ",")) else { continue }
            let column = trimmed(statement.bytes[elementStart..<next.range.lowerBound])
            if !column.isEmpty { columns.append(column) }
            if depth == 0 { return (columns, start..<next.range.lowerBound) }
            elementStart = next.range.upperBound
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
        var bytes = bytes.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
