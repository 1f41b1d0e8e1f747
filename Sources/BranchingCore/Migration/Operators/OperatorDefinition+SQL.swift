import SQLText
package import SchemaModel

extension OperatorDefinition: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var options = ["FUNCTION = \(function)"]
        if let left { options.append("LEFTARG = \(left)") }
        if let right { options.append("RIGHTARG = \(right)") }
        if let commutator { options.append("COMMUTATOR = \(commutator)") }
        if let negator { options.append("NEGATOR = \(negator)") }
        if let restriction { options.append("RESTRICT = \(restriction)") }
        if let join { options.append("JOIN = \(join)") }
        if hashes { options.append("HASHES") }
        if merges { options.append("MERGES") }
        let list = options.map { "    \($0)" }.joined(separator: ",\n")
        return [Statement("CREATE OPERATOR \(name) (\n\(list)\n)")]
    }

    /// An operator's characters are not an identifier, and take no quotes.
    private var name: String { "\(SQLIdentifier.name(id.schema)).\(id.name)" }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP OPERATOR \(name) (\(id.signature))")]
    }

    /// What it says to the planner can be changed; its partners only if it has none yet, from PostgreSQL 17 on (manual:
    /// ALTER OPERATOR).
    package func alteration(from old: OperatorDefinition, _ context: MigrationContext) -> Alteration {
        guard function == old.function else { return .rebuild }
        var options: [String] = []
        if restriction != old.restriction { options.append("RESTRICT = \(restriction ?? "NONE")") }
        if join != old.join { options.append("JOIN = \(join ?? "NONE")") }
        let isChanged =
            commutator != old.commutator || negator != old.negator || hashes != old.hashes || merges != old.merges
        if isChanged {
            let isAddition =
                (old.commutator == nil || commutator == old.commutator)
                && (old.negator == nil || negator == old.negator) && (hashes || !old.hashes) && (merges || !old.merges)
                && (commutator == old.commutator || isThere(commutator, left: right, right: left, context))
                && (negator == old.negator || isThere(negator, left: left, right: right, context))
            guard isAddition, context.serverVersion >= 170_000 else { return .rebuild }
            if let commutator, old.commutator == nil { options.append("COMMUTATOR = \(commutator)") }
            if let negator, old.negator == nil { options.append("NEGATOR = \(negator)") }
            if hashes && !old.hashes { options.append("HASHES") }
            if merges && !old.merges { options.append("MERGES") }
        }
        return .inPlace(
            [Statement("ALTER OPERATOR \(name) (\(id.signature)) SET (\(options.joined(separator: ", ")))")])
    }

    /// Whether a partner exists throughout. Only CREATE OPERATOR may name one that does not.
    private func isThere(_ partner: String?, left: String?, right: String?, _ context: MigrationContext) -> Bool {
        let signature = "\(left ?? "NONE"), \(right ?? "NONE")"
        return context.from.objects.values.contains { object in
            guard let found = object as? OperatorDefinition, found.id.signature == signature,
                "OPERATOR(\(found.name))" == partner
            else { return false }
            return found.id == id || context.to.object(found.id, as: OperatorDefinition.self) == found
        }
    }

    /// What changed, in a few words each.
    package func differences(from old: OperatorDefinition) -> [String] {
        var notes = DifferenceNotes()
        notes.note("function", old.function, function)
        notes.note("commutator", old.commutator, commutator)
        notes.note("negator", old.negator, negator)
        notes.note("restriction estimate", old.restriction, restriction)
        notes.note("join estimate", old.join, join)
        notes.note("hashes", old.hashes, hashes)
        notes.note("merges", old.merges, merges)
        return notes.texts
    }
}
