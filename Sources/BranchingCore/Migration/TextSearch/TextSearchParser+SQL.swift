extension TextSearchParser {
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE TEXT SEARCH PARSER \(id.qualifiedName) (\(functions.joined(separator: ", ")))")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP TEXT SEARCH PARSER \(id.qualifiedName)")]
    }

    public func alteration(from old: TextSearchParser, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: TextSearchParser) -> [String] {
        var notes = DifferenceNotes()
        notes.note("functions", old.functions.joined(separator: ", "), functions.joined(separator: ", "))
        return notes.texts
    }
}
