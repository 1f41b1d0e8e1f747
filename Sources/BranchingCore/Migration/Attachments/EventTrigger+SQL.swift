import SQLText
package import SchemaModel

extension EventTrigger: MigratedObject {
    private var name: String { SQLIdentifier.name(id.name) }

    private var setState: Statement { Statement("ALTER EVENT TRIGGER \(name) \(state.words())") }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var text = "CREATE EVENT TRIGGER \(name) ON \(event)"
        if !tags.isEmpty { text += "\nWHEN TAG IN (\(tags.map(SQLIdentifier.literal).joined(separator: ", ")))" }
        text += "\nEXECUTE FUNCTION \(function)()"
        return [Statement(text)] + (state == .origin ? [] : [setState])
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP EVENT TRIGGER \(name)")] }

    /// How to get here from another definition of the same object.
    package func alteration(from old: EventTrigger, _ context: MigrationContext) -> Alteration {
        guard (event, tags, function) == (old.event, old.tags, old.function) else { return .rebuild }
        return .inPlace(state == old.state ? [] : [setState])
    }

    /// What changed, in a few words each.
    package func differences(from old: EventTrigger) -> [String] {
        var changes: [String] = []
        if event != old.event { changes.append("event \(old.event) -> \(event)") }
        if tags != old.tags { changes.append("commands") }
        if function != old.function { changes.append("function \(old.function) -> \(function)") }
        return changes + state.difference(from: old.state)
    }
}
