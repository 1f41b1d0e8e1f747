import SQLText
package import SchemaModel

extension Transform: MigratedObject {
    private var name: String { "TRANSFORM FOR \(id.name) LANGUAGE \(SQLIdentifier.name(id.signature))" }

    private var definition: String {
        let parts = [
            fromSQL.map { "FROM SQL WITH FUNCTION \($0)" }, toSQL.map { "TO SQL WITH FUNCTION \($0)" },
        ]
        return "\(name) (\(parts.compactMap(\.self).joined(separator: ", ")))"
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { [Statement("CREATE \(definition)")] }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP \(name)")] }

    /// How to get here from another definition.
    package func alteration(from old: Transform, _ context: MigrationContext) -> Alteration {
        .inPlace([Statement("CREATE OR REPLACE \(definition)")])
    }

    /// What changed, in a few words each.
    package func differences(from old: Transform) -> [String] {
        var notes = DifferenceNotes()
        notes.note("from SQL", old.fromSQL, fromSQL)
        notes.note("to SQL", old.toSQL, toSQL)
        return notes.texts
    }
}
