import DiffTerms
import SQLText
package import SchemaModel

extension PublicationMember: MigratedObject {
    private func alter(_ words: String) -> Statement {
        Statement("ALTER PUBLICATION \(SQLIdentifier.name(publication)) \(words)", hazards: [Hazard(.replication)])
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var text = "ADD \(target)"
        if !columns.isEmpty { text += " (\(columns.map(SQLIdentifier.name).joined(separator: ", ")))" }
        if let filter { text += "\nWHERE (\(filter))" }
        return [alter(text)]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [alter("DROP \(target)")] }

    /// How to get here from another definition of the same object.
    ///
    /// A list of columns goes before a schema comes, as PostgreSQL refuses both together.
    package func alteration(from old: PublicationMember, _ context: MigrationContext) -> Alteration {
        columns.isEmpty && !old.columns.isEmpty ? .rebuild : .inPlace(old.removal(context) + creation(context))
    }

    /// What changed, in a few words each.
    package func differences(from old: PublicationMember) -> [String] {
        var changes: [String] = []
        if columns != old.columns {
            func text(_ columns: [String]) -> String {
                columns.isEmpty ? "all" : columns.map(SQLIdentifier.name).joined(separator: ", ")
            }
            changes.append("columns \(text(old.columns)) -> \(text(columns))")
        }
        if filter != old.filter { changes.append("rows \(old.filter ?? "all") -> \(filter ?? "all")") }
        return changes
    }
}
