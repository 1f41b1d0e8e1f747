package import SchemaModel

extension AccessMethod: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE ACCESS METHOD \(id.qualifiedName) TYPE \(stored) HANDLER \(handler)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP ACCESS METHOD \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: AccessMethod, _ context: MigrationContext) -> Alteration { .rebuild }

    /// What changed, in a few words each.
    package func differences(from old: AccessMethod) -> [String] {
        var notes = DifferenceNotes()
        notes.note("stored", old.stored, stored)
        notes.note("handler", old.handler, handler)
        return notes.texts
    }
}
