import SQLText
package import SchemaModel

extension View: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { [Statement(text(replacing: false))] }

    private func text(replacing: Bool) -> String {
        let with = options.isEmpty ? "" : " WITH (\(options.map(OptionText.assignment).joined(separator: ", ")))"
        return "CREATE \(replacing ? "OR REPLACE " : "")VIEW \(id.qualifiedName)\(with) AS\n\(query)"
    }

    /// What makes it without contents, with all its columns.
    var shell: Statement { Statement("CREATE VIEW \(id.qualifiedName) AS\n\(nothing)") }

    /// What gives it its contents.
    var replacement: Statement { Statement(text(replacing: true)) }

    /// What takes its contents.
    var emptying: Statement { Statement("CREATE OR REPLACE VIEW \(id.qualifiedName) AS\n\(nothing)") }

    private var nothing: String {
        "SELECT "
            + columns.map { column in
                let collation = column.collation.map { " COLLATE \($0)" } ?? ""
                return "NULL::\(column.type)\(collation) AS \(SQLIdentifier.name(column.name))"
            }.joined(separator: ", ")
    }

    /// How to get here from another definition.
    package func alteration(from old: View, _ context: MigrationContext) -> Alteration {
        if query == old.query && columns == old.columns {
            return .inPlace(OptionText.changes(from: old.options, to: options, of: "ALTER VIEW \(id.qualifiedName)"))
        }
        // Columns can be added at the end (manual: CREATE VIEW).
        guard columns.starts(with: old.columns) else { return .rebuild }
        return .inPlace([Statement(text(replacing: true))])
    }

    /// What changed, in a few words each.
    package func differences(from old: View) -> [String] {
        var changes: [String] = []
        if query != old.query || columns != old.columns { changes.append("query") }
        if options != old.options {
            changes.append("options \(old.options.joined(separator: ", ")) -> \(options.joined(separator: ", "))")
        }
        return changes
    }
}
