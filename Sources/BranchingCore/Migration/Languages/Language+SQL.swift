package import SchemaModel

extension Language: MigratedObject {
    private var definition: String {
        var text = "\(isTrusted ? "TRUSTED " : "")PROCEDURAL LANGUAGE \(id.qualifiedName)"
        if let handler { text += " HANDLER \(handler)" }
        if let inlineHandler { text += " INLINE \(inlineHandler)" }
        if let validator { text += " VALIDATOR \(validator)" }
        return text
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { [Statement("CREATE \(definition)")] }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP PROCEDURAL LANGUAGE \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: Language, _ context: MigrationContext) -> Alteration {
        .inPlace([Statement("CREATE OR REPLACE \(definition)")])
    }

    /// What changed, in a few words each.
    package func differences(from old: Language) -> [String] {
        var notes = DifferenceNotes()
        notes.note("trusted", old.isTrusted, isTrusted)
        notes.note("handler", old.handler, handler)
        notes.note("inline handler", old.inlineHandler, inlineHandler)
        notes.note("validator", old.validator, validator)
        return notes.texts
    }
}
