import DiffTerms
import SQLText
package import SchemaModel

extension Publication: MigratedObject {
    private var name: String { "PUBLICATION \(SQLIdentifier.name(id.name))" }

    /// The options that differ from those of another; `publish_via_partition_root` comes with PostgreSQL 13.
    private func settings(from old: Publication, _ context: MigrationContext) -> [String] {
        var settings: [String] = []
        if actions != old.actions { settings.append("publish = '\(actions.joined(separator: ", "))'") }
        if isViaPartitionRoot != old.isViaPartitionRoot {
            settings.append("publish_via_partition_root = \(isViaPartitionRoot)")
        }
        let generated = generatedColumns ?? "none"
        if context.serverVersion >= 180_000, generated != old.generatedColumns ?? "none" {
            settings.append("publish_generated_columns = \(generated)")
        }
        return settings
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let settings = settings(from: Publication(id: id), context)
        let all = isForAllTables ? " FOR ALL TABLES" : ""
        let with = settings.isEmpty ? "" : "\nWITH (\(settings.joined(separator: ", ")))"
        return [Statement("CREATE \(name)\(all)\(with)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP \(name)", hazards: [Hazard(.replication, "Its subscribers stop with an error.")])]
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: Publication, _ context: MigrationContext) -> Alteration {
        if isForAllTables != old.isForAllTables { return .rebuild }
        let settings = settings(from: old, context)
        guard !settings.isEmpty else { return .inPlace([]) }
        return .inPlace([
            Statement("ALTER \(name) SET (\(settings.joined(separator: ", ")))", hazards: [Hazard(.replication)])
        ])
    }

    /// What changed, in a few words each.
    package func differences(from old: Publication) -> [String] {
        var notes = DifferenceNotes()
        notes.note("all tables", old.isForAllTables, isForAllTables)
        notes.note("publishes", old.actions.joined(separator: ", "), actions.joined(separator: ", "))
        notes.note("via partition root", old.isViaPartitionRoot, isViaPartitionRoot)
        notes.note("generated columns", old.generatedColumns, generatedColumns)
        return notes.texts
    }
}
