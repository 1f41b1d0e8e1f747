import SQLText
package import SchemaModel

extension Conversion: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [
            Statement(
                """
                CREATE \(isDefault ? "DEFAULT " : "")CONVERSION \(id.qualifiedName)
                    FOR \(SQLIdentifier.literal(source)) TO \(SQLIdentifier.literal(target)) FROM \(function)
                """)
        ]
    }

    /// What changed, in a few words each.
    package func differences(from old: Conversion) -> [String] {
        var notes = DifferenceNotes()
        notes.note("default", old.isDefault, isDefault)
        notes.note("source", old.source, source)
        notes.note("target", old.target, target)
        notes.note("function", old.function, function)
        return notes.texts
    }
}
