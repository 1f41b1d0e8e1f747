import DiffTerms
package import SchemaModel

extension SequenceGenerator: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let type = options.type == "bigint" ? [] : ["AS \(options.type)"]
        // The direction decides PostgreSQL's default limits, so a descending sequence always states both.
        var base = SequenceOptions(type: options.type)
        if options.increment < 0 {
            base.minimum = options.minimum &+ 1
            base.maximum = options.maximum &- 1
            base.start = options.start &- 1
        }
        let clauses = (type + options.clauses(from: base)).map { "\n    " + $0 }.joined()
        return [Statement("CREATE \(isUnlogged ? "UNLOGGED " : "")SEQUENCE \(id.qualifiedName)\(clauses)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP SEQUENCE \(id.qualifiedName)", hazards: [Hazard(.deletesData, "Its position is lost.")])]
    }

    /// How to get here from another definition.
    package func alteration(from old: SequenceGenerator, _ context: MigrationContext) -> Alteration {
        var statements: [Statement] = []
        let name = "ALTER SEQUENCE \(id.qualifiedName)"
        let before = old.options.retyped(to: options.type)
        let isRetyped = options.type != old.options.type
        var clauses = options.clauses(from: before, inNumbers: isRetyped)
        if isRetyped { clauses.insert("AS \(options.type)", at: 0) }
        let isApart = options.isApart(from: before)
        if isApart { clauses.append("RESTART") }
        if !clauses.isEmpty {
            if !isApart { statements += SequencePosition.limited(id.qualifiedName, from: before, to: options) }
            statements.append(
                Statement(
                    "\(name) \(clauses.joined(separator: " "))", hazards: isApart ? [SequencePosition.restart] : []))
        }
        if isUnlogged != (context.persistenceWithOwner(of: id) ?? old.isUnlogged) {
            statements.append(Statement("\(name) SET \(isUnlogged ? "UN" : "")LOGGED"))
        }
        return .inPlace(statements)
    }

    /// What changed, in a few words each.
    package func differences(from old: SequenceGenerator) -> [String] {
        var changes: [String] = []
        if options.type != old.options.type { changes.append("type \(old.options.type) -> \(options.type)") }
        changes += options.clauses(from: old.options.retyped(to: options.type)).map { $0.lowercased() }
        if isUnlogged != old.isUnlogged { changes.append(isUnlogged ? "unlogged" : "logged") }
        return changes
    }
}
