extension Conversion {
    public func creation(_ context: MigrationContext) -> [Statement] {
        [
            Statement(
                """
                CREATE \(isDefault ? "DEFAULT " : "")CONVERSION \(id.qualifiedName)
                    FOR \(SQLIdentifier.literal(source)) TO \(SQLIdentifier.literal(target)) FROM \(function)
                """)
        ]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP CONVERSION \(id.qualifiedName)")]
    }

    public func alteration(from old: Conversion, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: Conversion) -> [String] {
        var notes = DifferenceNotes()
        notes.note("default", old.isDefault, isDefault)
        notes.note("source", old.source, source)
        notes.note("target", old.target, target)
        notes.note("function", old.function, function)
        return notes.texts
    }
}
