extension Cast: MigratedObject {
    /// The statements that make it.
    public func creation(_ context: MigrationContext) -> [Statement] {
        let suffix = self.context.map { " AS \($0)" } ?? ""
        return [Statement("CREATE CAST (\(id.name)) \(method)\(suffix)")]
    }

    /// The statements that remove it.
    public func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP CAST (\(id.name))")] }

    /// How to get here from another definition.
    public func alteration(from old: Cast, _ context: MigrationContext) -> Alteration { .rebuild }

    /// What changed, in a few words each.
    public func differences(from old: Cast) -> [String] {
        var notes = DifferenceNotes()
        notes.note("method", old.method, method)
        notes.note("without being asked for", old.context, context)
        return notes.texts
    }
}
