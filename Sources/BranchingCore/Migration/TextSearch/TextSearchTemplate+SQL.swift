package import SchemaModel

extension TextSearchTemplate: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH TEMPLATE \(id.qualifiedName) (\(functions.joined(separator: ", ")))")]
    }

    /// What changed, in a few words each.
    package func differences(from old: TextSearchTemplate) -> [String] {
        var notes = DifferenceNotes()
        notes.note("functions", old.functions.joined(separator: ", "), functions.joined(separator: ", "))
        return notes.texts
    }
}
