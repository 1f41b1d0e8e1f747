extension Cast {
    public func creation(_ context: MigrationContext) -> [Statement] {
        let suffix = self.context.map { " AS \($0)" } ?? ""
        return [Statement("CREATE CAST (\(id.name)) \(method)\(suffix)")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP CAST (\(id.name))")] }

    public func alteration(from old: Cast, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: Cast) -> [String] {
        var notes = DifferenceNotes()
        notes.note("method", old.method, method)
        notes.note("without being asked for", old.context, context)
        return notes.texts
    }
}
