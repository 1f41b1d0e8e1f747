import DiffTerms
package import SchemaModel

extension Function: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { [Statement(definition)] }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        let hazards = [Hazard(.untrackableDependency, "Functions may call it by name.")]
        return [
            Statement(
                "DROP \(id.kind == .procedure ? "PROCEDURE" : "FUNCTION") \(id.qualifiedName)(\(id.signature))",
                hazards: hazards)
        ]
    }

    /// CREATE OR REPLACE keeps the kind of a function, what it returns, the names of its arguments, and their defaults (manual: CREATE
    /// FUNCTION, Notes).
    package func alteration(from old: Function, _ context: MigrationContext) -> Alteration {
        guard isWindow == old.isWindow, result == old.result, modes == old.modes, outputTypes == old.outputTypes,
            names.count == old.names.count || old.names.isEmpty,
            zip(old.names, names).allSatisfy({ $0.0 == $0.1 || $0.0.isEmpty }), defaultCount >= old.defaultCount
        else { return .rebuild }
        return .inPlace([Statement(definition)])
    }

    /// What changed, in a few words each.
    package func differences(from old: Function) -> [String] {
        if result != old.result { return ["returns \(old.result ?? "nothing") -> \(result ?? "nothing")"] }
        if isWindow != old.isWindow { return [isWindow ? "window function" : "no window function"] }
        return ["definition"]
    }
}
