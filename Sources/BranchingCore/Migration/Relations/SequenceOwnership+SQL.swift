import SQLText
package import SchemaModel

extension SequenceOwnership: MigratedObject {
    private var alter: String { "ALTER SEQUENCE \(sequence.qualifiedName) OWNED BY" }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let statement = Statement("\(alter) \(column.qualifiedParent).\(SQLIdentifier.name(column.name))")
        let position =
            context.from.objects[sequence] == nil && context.isFilledBySequence(column)
            ? [SequencePosition.restored(to: sequence, of: column)] : []
        let table = context.from.container(of: column)
        let owner = table.flatMap { context.from.facets[$0]?.owner } ?? context.from.currentUser
        // The same role must own both, even during the migration.
        guard owner != context.from.facets[sequence]?.owner ?? context.from.currentUser else {
            return [statement] + position
        }
        return [
            Statement("ALTER SEQUENCE \(sequence.qualifiedName) OWNER TO \(SQLIdentifier.name(owner))"), statement,
        ] + position
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        // A sequence that goes too need not be freed.
        context.to.objects[sequence] == nil ? [] : [Statement("\(alter) NONE")]
    }

    /// What changed, in a few words each.
    package func differences(from old: SequenceOwnership) -> [String] { ["\(old.column) -> \(column)"] }
}
