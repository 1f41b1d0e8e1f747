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

    /// What it says to the planner can be changed. Its partners cannot: PostgreSQL 17 can add one (manual: ALTER
    /// OPERATOR), but writes the link into both, and one of them may be made again.
    package func alteration(from old: OperatorDefinition, _ context: MigrationContext) -> Alteration {
        guard function == old.function, commutator == old.commutator, negator == old.negator else { return .rebuild }
        var options: [String] = []
        if restriction != old.restriction { options.append("RESTRICT = \(restriction ?? "NONE")") }
        if join != old.join { options.append("JOIN = \(join ?? "NONE")") }
        if hashes != old.hashes || merges != old.merges {
            guard hashes || !old.hashes, merges || !old.merges, context.serverVersion >= 170_000 else {
                return .rebuild
            }
            if hashes && !old.hashes { options.append("HASHES") }
            if merges && !old.merges { options.append("MERGES") }
        }
        return .inPlace(
            [Statement("ALTER OPERATOR \(name) (\(id.signature)) SET (\(options.joined(separator: ", ")))")])
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
