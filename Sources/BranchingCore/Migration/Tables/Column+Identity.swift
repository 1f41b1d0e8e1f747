import SQLText
import SchemaModel

extension Column {
    /// The statements that change the identity.
    func identityStatements(from old: Column, _ context: MigrationContext) -> [Statement] {
        guard let identity else { return [] }
        guard let before = old.identity else {
            let list = identity.optionList(type: type)
            let statement = alter(
                "ADD GENERATED \(identity.generation) AS IDENTITY\(list)", only: !isOfPartitionedTable(context))
            return SequencePosition.carried(over: statement, to: identity, of: self, context)
                + persistence(isUnlogged: context.isUnlogged(table), context)
        }
        var clauses: [String] = []
        if identity.generation != before.generation { clauses.append("SET GENERATED \(identity.generation)") }
        // Its type goes with that of the column, and its limits with the type, unless they had to be narrower before.
        let isNarrowed = isIdentityNarrowed(from: old)
        let sequence = before.sequence.retyped(to: identity.sequence.type)
        var statements: [Statement] = []
        if !isNarrowed { clauses += identity.sequence.clauses(from: sequence).map { "SET \($0)" } }
        let isApart = !isNarrowed && identity.sequence.isApart(from: sequence)
        if isApart { clauses.append("RESTART") }
        if !clauses.isEmpty {
            if !isApart, !isNarrowed {
                statements = SequencePosition.limited(before.sequenceName, from: sequence, to: identity.sequence)
            }
            statements.append(
                alter(
                    clauses.joined(separator: " "), hazards: isApart ? [SequencePosition.restart] : [],
                    only: !isOfPartitionedTable(context)))
        }
        if identity.sequenceName != before.sequenceName {
            let name = identity.sequenceName.split(separator: ".").last.map(String.init) ?? identity.sequenceName
            statements.append(Statement("ALTER SEQUENCE \(before.sequenceName) RENAME TO \(name)"))
        }
        return statements + persistence(isUnlogged: context.persistence(before.isUnlogged, with: table), context)
    }

    /// What makes the sequence logged or unlogged, if it is the other way.
    ///
    /// - Parameter isUnlogged: How it is before.
    func persistence(isUnlogged: Bool, _ context: MigrationContext) -> [Statement] {
        // Before, a sequence was always logged.
        guard let identity, identity.isUnlogged != isUnlogged,
            min(context.from.serverVersion, context.to.serverVersion) >= 150_000
        else { return [] }
        return [Statement("ALTER SEQUENCE \(identity.sequenceName) SET \(identity.isUnlogged ? "UN" : "")LOGGED")]
    }

    /// Whether the sequence's limits have to be narrower before the type is.
    func isIdentityNarrowed(from old: Column) -> Bool {
        guard let before = old.identity?.sequence, let after = identity?.sequence, before.type != after.type else {
            return false
        }
        return after.isNarrower(than: before.retyped(to: after.type))
    }

    /// The statement that sets the limits of a type before the column gets it.
    func narrowIdentity(from old: Column, _ context: MigrationContext) -> [Statement] {
        guard let before = old.identity, let identity else { return [] }
        let clauses = identity.sequence.clauses(from: before.sequence, inNumbers: true).map { "SET \($0)" }
        return SequencePosition.limited(before.sequenceName, from: before.sequence, to: identity.sequence) + [
            alter(clauses.joined(separator: " "), only: !isOfPartitionedTable(context))
        ]
    }
}
