import SQLText
package import SchemaModel

extension OperatorClass: MigratedObject {
    private var accessMethod: String { SQLIdentifier.name(id.signature) }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var parts = members
        // AS needs an item; storing the class's own type changes nothing.
        if storage != nil || parts.isEmpty { parts.append("STORAGE \(storage ?? type)") }
        return [
            Statement(
                """
                CREATE OPERATOR CLASS \(id.qualifiedName)
                    \(isDefault ? "DEFAULT " : "")FOR TYPE \(type) USING \(accessMethod) FAMILY \(family) AS
                    \(parts.joined(separator: ",\n    "))
                """)
        ]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP OPERATOR CLASS \(id.qualifiedName) USING \(accessMethod)")]
    }

    /// What changed, in a few words each.
    package func differences(from old: OperatorClass) -> [String] {
        var notes = DifferenceNotes()
        notes.note("type", old.type, type)
        notes.note("default", old.isDefault, isDefault)
        notes.note("family", old.family, family)
        notes.note("storage", old.storage, storage)
        notes.note("members", old.members.joined(separator: ", "), members.joined(separator: ", "))
        return notes.texts
    }
}
