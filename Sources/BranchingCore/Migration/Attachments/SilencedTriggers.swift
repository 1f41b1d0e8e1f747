import SQLText
import SchemaModel

/// Event triggers that stay are disabled while the migration runs: they would act on its statements, and what they made
/// in the other database is part of what it makes.
struct SilencedTriggers {
    /// What comes first.
    let disabling: [Statement]
    /// What comes last.
    let enabling: [Statement]

    /// - Parameter statements: The statements of the migration.
    init(_ context: MigrationContext, during statements: [Statement]) {
        let triggers = context.from.objects.values.compactMap { $0 as? EventTrigger }.filter { trigger in
            // Only the owner can disable one.
            context.to.objects[trigger.id] as? EventTrigger == trigger && trigger.state != .disabled
                && context.from.facets[trigger.id]?.owner == context.from.currentUser
                && statements.contains { trigger.fires(for: $0.sql) }
        }.sorted { $0.id < $1.id }
        disabling = triggers.map { Statement("ALTER EVENT TRIGGER \(SQLIdentifier.name($0.id.name)) DISABLE") }
        enabling = triggers.map {
            Statement("ALTER EVENT TRIGGER \(SQLIdentifier.name($0.id.name)) \($0.state.words())")
        }
    }
}

extension EventTrigger {
    /// Whether it fires for a statement: one with one of its tags, or any that is not about rows.
    fileprivate func fires(for sql: String) -> Bool {
        guard tags.isEmpty else { return tags.contains { sql.hasPrefix($0 + " ") } }
        return ["CREATE ", "ALTER ", "DROP ", "COMMENT ", "GRANT ", "REVOKE ", "REFRESH ", "SECURITY "].contains {
            sql.hasPrefix($0)
        }
    }
}
