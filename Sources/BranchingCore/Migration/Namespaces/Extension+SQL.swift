import DiffTerms
import SQLText
package import SchemaModel

extension Extension: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [
            Statement(
                """
                CREATE EXTENSION \(id.qualifiedName)
                    WITH SCHEMA \(SQLIdentifier.name(schema)) VERSION \(SQLIdentifier.quoted(version))
                """)
        ]
    }

    /// How to get here from another definition.
    package func alteration(from old: Extension, _ context: MigrationContext) -> Alteration {
        if schema != old.schema && !old.isRelocatable { return .rebuild }
        if version != old.version && old.updates?.contains(version) == false && !old.holdsValues(context) {
            return .rebuild
        }
        var statements: [Statement] = []
        let alter = "ALTER EXTENSION \(id.qualifiedName)"
        if schema != old.schema {
            statements.append(Statement("\(alter) SET SCHEMA \(SQLIdentifier.name(schema))"))
        }
        if version != old.version {
            let hazard = Hazard(
                .extensionUpgrade,
                "Version \(old.version) becomes \(version), if the extension has an update path between them.")
            statements.append(
                Statement("\(alter) UPDATE TO \(SQLIdentifier.quoted(version))", hazards: [hazard]))
        }
        return .inPlace(statements)
    }

    /// Whether values would go with it: rows of its tables, or values of its types.
    private func holdsValues(_ context: MigrationContext) -> Bool {
        hasTables
            || context.from.dependencies.contains { dependent, needed in
                needed.contains(id)
                    && [.column, .type, .table, .foreignTable, .materializedView].contains(dependent.kind)
            }
    }

    /// What changed, in a few words each.
    package func differences(from old: Extension) -> [String] {
        var notes = DifferenceNotes()
        notes.note("schema", old.schema, schema)
        notes.note("version", old.version, version)
        return notes.texts
    }
}
