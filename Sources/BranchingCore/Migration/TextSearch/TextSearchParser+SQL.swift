package import SchemaModel

extension TextSearchParser: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH PARSER \(id.qualifiedName) (\(functions.joined(separator: ", ")))")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP TEXT SEARCH PARSER \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: TextSearchParser, _ context: MigrationContext) -> Alteration { .rebuild }

    /// What changed, in a few words each.
    package func differences(from old: TextSearchParser) -> [String] {
        var notes = DifferenceNotes()
        notes.note("functions", old.functions.joined(separator: ", "), functions.joined(separator: ", "))
        return notes.texts
    }
}
