import SQLText
package import SchemaModel

extension ForeignDataWrapper: MigratedObject {
    private var name: String { "FOREIGN DATA WRAPPER \(SQLIdentifier.name(id.name))" }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var text = "CREATE \(name)"
        if let handler { text += "\nHANDLER \(handler)" }
        if let validator { text += "\nVALIDATOR \(validator)" }
        return [Statement(text + ForeignOptions.clause(options))]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP \(name)")] }

    /// How to get here from another definition of the same object.
    package func alteration(from old: ForeignDataWrapper, _ context: MigrationContext) -> Alteration {
        var clauses: [String] = []
        if handler != old.handler { clauses.append(handler.map { "HANDLER \($0)" } ?? "NO HANDLER") }
        if validator != old.validator { clauses.append(validator.map { "VALIDATOR \($0)" } ?? "NO VALIDATOR") }
        if let change = ForeignOptions.change(from: old.options, to: options) { clauses.append("OPTIONS (\(change))") }
        return .inPlace(clauses.isEmpty ? [] : [Statement("ALTER \(name) \(clauses.joined(separator: " "))")])
    }

    /// What changed, in a few words each.
    package func differences(from old: ForeignDataWrapper) -> [String] {
        var changes: [String] = []
        if handler != old.handler { changes.append("handler \(old.handler ?? "none") -> \(handler ?? "none")") }
        if validator != old.validator {
            changes.append("validator \(old.validator ?? "none") -> \(validator ?? "none")")
        }
        return changes + ForeignOptions.differences(from: old.options, to: options)
    }
}
