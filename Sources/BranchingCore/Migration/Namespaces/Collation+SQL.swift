import SQLText
package import SchemaModel

extension Collation: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var options = ["provider = \(provider)"]
        if !isDeterministic { options.append("deterministic = false") }
        if collate == characterType {
            options.append("locale = \(SQLIdentifier.literal(collate))")
        } else {
            options.append("lc_collate = \(SQLIdentifier.literal(collate))")
            options.append("lc_ctype = \(SQLIdentifier.literal(characterType))")
        }
        if let rules { options.append("rules = \(SQLIdentifier.literal(rules))") }
        return [Statement("CREATE COLLATION \(id.qualifiedName) (\(options.joined(separator: ", ")))")]
    }

    /// What changed, in a few words each.
    package func differences(from old: Collation) -> [String] {
        var notes = DifferenceNotes()
        notes.note("provider", old.provider, provider)
        notes.note("order", old.collate, collate)
        notes.note("character type", old.characterType, characterType)
        notes.note("deterministic", old.isDeterministic, isDeterministic)
        notes.note("rules", old.rules, rules)
        return notes.texts
    }
}
