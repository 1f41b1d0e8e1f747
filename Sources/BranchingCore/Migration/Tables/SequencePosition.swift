/// Carries the position of a sequence over where another takes its place.
enum SequencePosition {
    /// The statements that bring a position into narrower limits, before these are set: PostgreSQL refuses limits that the
    /// position is not within.
    ///
    /// - Parameter name: The name of the sequence, as SQL.
    static func limited(_ name: String, from old: SequenceOptions, to new: SequenceOptions) -> [Statement] {
        var statements: [Statement] = []
        func move(_ condition: String, to value: Int64) {
            statements.append(
                Statement(
                    "SELECT pg_catalog.setval(\(SQLIdentifier.literal(name))::pg_catalog.regclass, \(value), false) FROM \(name) WHERE \(condition)",
                    hazards: [Hazard(.sequenceReset, "The position moves into the new limits.")]))
        }
        let limits = old.minimum...max(old.minimum, old.maximum)
        if new.minimum > old.minimum, limits.contains(new.minimum) {
            move("last_value < \(new.minimum)", to: limits.contains(new.start) ? new.start : new.minimum)
        }
        if new.maximum < old.maximum, limits.contains(new.maximum) {
            move("last_value > \(new.maximum)", to: limits.contains(new.start) ? new.start : new.maximum)
        }
        return statements
    }

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
                "SELECT pg_catalog.setval(\(SQLIdentifier.literal(identity.sequenceName))::pg_catalog.regclass, last_value, is_called) FROM \(old)"
            ), Statement("DROP SEQUENCE \(old)"),
        ]
    }
}
