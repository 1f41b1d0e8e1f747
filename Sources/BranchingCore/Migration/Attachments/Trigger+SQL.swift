import SQLText
package import SchemaModel

extension Trigger: MigratedObject {
    private func set(_ state: FiringState) -> Statement {
        Statement("ALTER TABLE \(id.qualifiedParent) \(state.words("TRIGGER")) \(SQLIdentifier.name(id.name))")
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        guard let definition else { return [set(state)] }
        return [Statement(definition)] + (state == .origin ? [] : [set(state)])
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        guard definition == nil else {
            return [Statement("DROP TRIGGER \(SQLIdentifier.name(id.name)) ON \(id.qualifiedParent)")]
        }
        // Without its own state it has that of the nearest trigger above it that has one.
        for ancestor in ancestors {
            if let trigger = context.to.object(ancestor, as: Trigger.self) { return [set(trigger.state)] }
        }
        return []
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: Trigger, _ context: MigrationContext) -> Alteration {
        if definition != old.definition { return .rebuild }
        guard state != old.state else { return .inPlace([]) }
        return .inPlace([set(state)] + copies(context).map { $0.set($0.state) })
    }

    /// The copies below it with their own state, which the statement for a partitioned table overwrites.
    private func copies(_ context: MigrationContext) -> [Trigger] {
        context.to.objects.values.compactMap { $0 as? Trigger }
            .filter { $0.ancestors.contains(id) && context.from.objects[$0.id] != nil }
            .sorted { ($0.ancestors.count, $0.id) < ($1.ancestors.count, $1.id) }
    }

    /// What changed, in a few words each.
    package func differences(from old: Trigger) -> [String] {
        (definition == old.definition ? [] : ["definition"]) + state.difference(from: old.state)
    }
}
