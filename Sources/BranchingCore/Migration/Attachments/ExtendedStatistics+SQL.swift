package import SchemaModel

extension ExtendedStatistics: MigratedObject {
    private var setTarget: Statement {
        Statement("ALTER STATISTICS \(id.qualifiedName) SET STATISTICS \(target ?? -1)")
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement(definition)] + (target == nil ? [] : [setTarget])
    }

    /// How to get here from another definition of the same object.
    package func alteration(from old: ExtendedStatistics, _ context: MigrationContext) -> Alteration {
        if !isDefined(as: old) { return .rebuild }
        return .inPlace(target == old.target ? [] : [setTarget])
    }

    /// PostgreSQL reports the columns in the order of their table, whatever order they were given in.
    private func isDefined(as old: ExtendedStatistics) -> Bool {
        func pieces(_ text: String) -> [String] {
            text.replacing(" ON ", with: ", ").replacing(" FROM ", with: ", ").split(separator: ", ").map(String.init)
                .sorted()
        }
        return definition == old.definition || pieces(definition) == pieces(old.definition)
    }

    /// What changed, in a few words each.
    package func differences(from old: ExtendedStatistics) -> [String] {
        var changes = isDefined(as: old) ? [] : ["definition"]
        if target != old.target {
            func text(_ target: Int?) -> String { target.map { "\($0)" } ?? "default" }
            changes.append("statistics target \(text(old.target)) -> \(text(target))")
        }
        return changes
    }
}
