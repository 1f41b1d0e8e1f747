package import SchemaModel

extension AccessMethod: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE ACCESS METHOD \(id.qualifiedName) TYPE \(stored) HANDLER \(handler)")]
    }

    /// What changed, in a few words each.
    package func differences(from old: AccessMethod) -> [String] {
        var notes = DifferenceNotes()
        notes.note("stored", old.stored, stored)
        notes.note("handler", old.handler, handler)
        return notes.texts
    }
}
