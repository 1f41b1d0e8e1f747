/// Carries the position of a sequence over where another takes its place.
enum SequencePosition {
    /// The statements that make a column an identity column and go on where the sequence that it owned had stopped. That
    /// sequence goes with them.
    static func carried(
        over statement: Statement, to identity: Column.Identity, of column: Column, _ context: MigrationContext
    ) -> [Statement] {
        let owned = context.from.objects.values.compactMap { $0 as? SequenceOwnership }
            .filter { $0.column == column.id && context.to.objects[$0.sequence] == nil }
            .map(\.sequence).sorted()
        guard let sequence = owned.first else { return [statement] }
        let temporary = SQLIdentifier.name(TypeSwap.temporaryName(of: sequence).name)
        let old = SQLIdentifier.name(sequence.schema) + "." + temporary
        return [
            Statement("ALTER SEQUENCE \(sequence.qualifiedName) OWNED BY NONE"),
            Statement("ALTER SEQUENCE \(sequence.qualifiedName) RENAME TO \(temporary)"), statement,
            Statement(
                "SELECT pg_catalog.setval(\(SQLIdentifier.literal(identity.sequenceName).trimmingSpace)::pg_catalog.regclass, last_value, is_called) FROM \(old)"
            ), Statement("DROP SEQUENCE \(old)"),
        ]
    }
}

extension String {
    fileprivate var trimmingSpace: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
