import DiffTerms
import SQLText
import SchemaModel

/// Carries a sequence's position over when another replaces it.
enum SequencePosition {
    /// What a statement does that starts a sequence again, as its limits exclude every position that it could have had.
    static let restart = Hazard(
        .sequenceReset, "The sequence starts again, as its old position is outside the new limits.")

    /// The statements that bring a position into narrower limits before these are set: PostgreSQL refuses limits that
    /// exclude it.
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

    /// The statements that make a column an identity column that continues where the sequence it owned stopped. That
    /// sequence goes with them.
    static func carried(
        over statement: Statement, to identity: Column.Identity, of column: Column, _ context: MigrationContext
    ) -> [Statement] {
        let owned = (context.from.ownedSequences[column.id] ?? []).filter { context.to.objects[$0] == nil }
        guard let sequence = owned.first else { return [statement] }
        let temporary = SQLIdentifier.name(ObjectSwap.temporaryName(of: sequence).name)
        let old = SQLIdentifier.name(sequence.schema) + "." + temporary
        return [
            Statement("ALTER SEQUENCE \(sequence.qualifiedName) OWNED BY NONE"),
            Statement("ALTER SEQUENCE \(sequence.qualifiedName) RENAME TO \(temporary)"), statement,
            Statement(
                "SELECT pg_catalog.setval(\(SQLIdentifier.literal(identity.sequenceName))::pg_catalog.regclass, last_value, is_called) FROM \(old)"
            ), Statement("DROP SEQUENCE \(old)"),
        ]
    }

    /// Keeps the position of an identity column's sequence, which is about to go, for the session.
    static func kept(of identity: Column.Identity, of column: ObjectID) -> Statement {
        Statement(
            "SELECT pg_catalog.set_config('\(setting(column))', last_value || ' ' || is_called, false) FROM \(identity.sequenceName)"
        )
    }

    /// Continues from the position that was kept.
    static func restored(to sequence: ObjectID, of column: ObjectID) -> Statement {
        let name = SQLIdentifier.literal(sequence.qualifiedName)
        let kept = "pg_catalog.current_setting('\(setting(column))')"
        return Statement(
            "SELECT pg_catalog.setval(\(name)::pg_catalog.regclass, pg_catalog.split_part(\(kept), ' ', 1)::bigint, pg_catalog.split_part(\(kept), ' ', 2)::boolean)"
        )
    }

    /// A setting's name is made of words.
    private static func setting(_ column: ObjectID) -> String {
        let digits = "\(column)".utf8.map { String($0, radix: 16) }.joined()
        return "ayb.position_\(digits)"
    }
}

extension MigrationContext {
    /// Whether a sequence that is made again fills a column that was an identity column.
    func isFilledBySequence(_ column: ObjectID) -> Bool {
        from.object(column, as: Column.self)?.identity != nil
            && (to.ownedSequences[column] ?? []).contains { from.objects[$0] == nil }
    }

    /// Whether a table or one that inherits from it has checks, on either side.
    func hasChecks(_ table: ObjectID) -> Bool {
        for schema in [from, to] {
            let constraints = (schema.parts(of: table)).lazy.compactMap { schema.object($0, as: Constraint.self) }
            if constraints.contains(where: { $0.kind == .check }) { return true }
        }
        return (to.children[table] ?? []).contains { hasChecks($0) }
    }
}
