extension TextSearchTemplate {
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH TEMPLATE \(id.qualifiedName) (\(functions.joined(separator: ", ")))")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP TEXT SEARCH TEMPLATE \(id.qualifiedName)")]
    }

    public func alteration(from old: TextSearchTemplate, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: TextSearchTemplate) -> [String] {
        var notes = DifferenceNotes()
        notes.note("functions", old.functions.joined(separator: ", "), functions.joined(separator: ", "))
        return notes.texts
    }
}
