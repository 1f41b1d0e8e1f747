extension AccessMethod {
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE ACCESS METHOD \(id.qualifiedName) TYPE \(stored) HANDLER \(handler)")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP ACCESS METHOD \(id.qualifiedName)")]
    }

    public func alteration(from old: AccessMethod, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: AccessMethod) -> [String] {
        var notes = DifferenceNotes()
        notes.note("stored", old.stored, stored)
        notes.note("handler", old.handler, handler)
        return notes.texts
    }
}
