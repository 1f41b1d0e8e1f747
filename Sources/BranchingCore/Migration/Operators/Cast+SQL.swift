package import SchemaModel

extension Cast: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let suffix = self.context.map { " AS \($0)" } ?? ""
        return [Statement("CREATE CAST (\(id.name)) \(method)\(suffix)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP CAST (\(id.name))")] }

    /// What changed, in a few words each.
    package func differences(from old: Cast) -> [String] {
        var notes = DifferenceNotes()
        notes.note("method", old.method, method)
        notes.note("without being asked for", old.context, context)
        return notes.texts
    }
}
