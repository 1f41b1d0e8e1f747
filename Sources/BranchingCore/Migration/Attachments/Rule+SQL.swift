import SQLText
package import SchemaModel

extension Rule: MigratedObject {
    private var setState: Statement {
        Statement("ALTER TABLE \(id.qualifiedParent) \(state.words("RULE")) \(SQLIdentifier.name(id.name))")
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement(definition)] + (state == .origin ? [] : [setState])
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP RULE \(SQLIdentifier.name(id.name)) ON \(id.qualifiedParent)")]
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: Rule, _ context: MigrationContext) -> Alteration {
        var statements: [Statement] = []
        if definition != old.definition {
            guard definition.hasPrefix("CREATE RULE ") else { return .rebuild }
            // What is replaced keeps its state and its comment.
            statements.append(Statement("CREATE OR REPLACE" + definition.dropFirst("CREATE".count)))
        }
        if state != old.state { statements.append(setState) }
        return .inPlace(statements)
    }

    /// What changed, in a few words each.
    package func differences(from old: Rule) -> [String] {
        (definition == old.definition ? [] : ["definition"]) + state.difference(from: old.state)
    }
}
