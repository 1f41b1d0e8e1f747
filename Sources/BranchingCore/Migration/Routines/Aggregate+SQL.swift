import DiffTerms
package import SchemaModel

extension Aggregate: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { [statement(replaces: false)] }

    private func statement(replaces: Bool) -> Statement {
        let list = options.map { "    \($0)" }.joined(separator: ",\n")
        let verb = replaces ? "CREATE OR REPLACE" : "CREATE"
        return Statement("\(verb) AGGREGATE \(id.qualifiedName)(\(arguments)) (\n\(list)\n)")
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [
            Statement(
                "DROP AGGREGATE \(id.qualifiedName)(\(id.signature.isEmpty ? "*" : id.signature))",
                hazards: [Hazard(.untrackableDependency, "Functions may call it by name.")])
        ]
    }

    /// CREATE OR REPLACE keeps arguments and result.
    package func alteration(from old: Aggregate, _ context: MigrationContext) -> Alteration {
        arguments == old.arguments && result == old.result ? .inPlace([statement(replaces: true)]) : .rebuild
    }

    /// What changed, in a few words each.
    package func differences(from old: Aggregate) -> [String] {
        var notes = DifferenceNotes()
        notes.note("arguments", old.arguments, arguments)
        notes.note("result", old.result, result)
        let before = Set(old.options)
        let after = Set(options)
        return notes.texts + options.filter { !before.contains($0) }.map { "\($0) added" }
            + old.options.filter { !after.contains($0) }.map { "\($0) removed" }
    }
}
