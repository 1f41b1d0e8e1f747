extension Rule {
    private var setState: Statement {
        Statement("ALTER TABLE \(id.qualifiedParent) \(state.words("RULE")) \(SQLIdentifier.name(id.name))")
    }

    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement(definition)] + (state == .origin ? [] : [setState])
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP RULE \(SQLIdentifier.name(id.name)) ON \(id.qualifiedParent)")]
    }

    public func alteration(from old: Rule, _ context: MigrationContext) -> Alteration {
        var statements: [Statement] = []
        if definition != old.definition {
            guard definition.hasPrefix("CREATE RULE ") else { return .rebuild }
            // What is replaced keeps its state and its comment.
            statements.append(Statement("CREATE OR REPLACE" + definition.dropFirst("CREATE".count)))
        }
        if state != old.state { statements.append(setState) }
        return .inPlace(statements)
    }

    public func differences(from old: Rule) -> [String] {
        (definition == old.definition ? [] : ["definition"]) + state.difference(from: old.state)
    }
}
