package import SchemaModel

extension TextSearchTemplate: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH TEMPLATE \(id.qualifiedName) (\(functions.joined(separator: ", ")))")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP TEXT SEARCH TEMPLATE \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: TextSearchTemplate, _ context: MigrationContext) -> Alteration { .rebuild }

    /// What changed, in a few words each.
    package func differences(from old: TextSearchTemplate) -> [String] {
        var notes = DifferenceNotes()
        notes.note("functions", old.functions.joined(separator: ", "), functions.joined(separator: ", "))
        return notes.texts
    }
}
