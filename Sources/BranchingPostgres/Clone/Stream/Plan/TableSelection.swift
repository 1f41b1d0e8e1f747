import BranchingCore

/// Which tables' rows are copied.
struct TableSelection: Sendable, Hashable {
    /// Whether no row is copied at all.
    var schemaOnly = false
    /// Tables without their rows.
    var excluded: [TablePattern] = []

    /// The tables with rows to copy.
    func of(_ tables: [StreamTable]) -> [StreamTable] {
        schemaOnly ? [] : tables.filter { !excludes($0.schema, $0.name) }
    }

    /// Whether the rows of a table are left out.
    func excludes(_ schema: String, _ name: String) -> Bool {
        schemaOnly || excluded.contains { $0.matches(schema: schema, name: name) }
    }
}
