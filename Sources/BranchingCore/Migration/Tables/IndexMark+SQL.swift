import DiffTerms
import SQLText
package import SchemaModel

extension IndexMark: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let name = SQLIdentifier.name(index)
        return switch id.kind {
        case .clusterMark: [Statement("ALTER TABLE \(id.qualifiedParent) CLUSTER ON \(name)")]
        default: [Statement("ALTER TABLE ONLY \(id.qualifiedParent) REPLICA IDENTITY USING INDEX \(name)")]
        }
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        // One that is set again needs no removal first.
        guard context.to.objects[id] == nil else { return [] }
        return switch id.kind {
        case .clusterMark: [Statement("ALTER TABLE \(id.qualifiedParent) SET WITHOUT CLUSTER")]
        default:
            [
                Statement(
                    "ALTER TABLE ONLY \(id.qualifiedParent) REPLICA IDENTITY DEFAULT", hazards: [Hazard(.replication)])
            ]
        }
    }

    /// How to get here from another definition.
    package func alteration(from old: IndexMark, _ context: MigrationContext) -> Alteration {
        .inPlace(creation(context))
    }

    /// What changed, in a few words each.
    package func differences(from old: IndexMark) -> [String] { ["\(old.index) -> \(index)"] }
}
