import SQLText
package import SchemaModel

extension ForeignServer: MigratedObject {
    private var name: String { "SERVER \(SQLIdentifier.name(id.name))" }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var text = "CREATE \(name)"
        if let type { text += " TYPE \(SQLIdentifier.literal(type))" }
        if let version { text += " VERSION \(SQLIdentifier.literal(version))" }
        text += "\nFOREIGN DATA WRAPPER \(SQLIdentifier.name(wrapper))"
        return [Statement(text + ForeignOptions.clause(options))]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP \(name)")] }

    /// How to get here from another definition of the same object.
    package func alteration(from old: ForeignServer, _ context: MigrationContext) -> Alteration {
        guard wrapper == old.wrapper, type == old.type else { return .rebuild }
        var clauses: [String] = []
        if version != old.version { clauses.append("VERSION \(version.map(SQLIdentifier.literal) ?? "NULL")") }
        if let change = ForeignOptions.change(from: old.options, to: options) { clauses.append("OPTIONS (\(change))") }
        return .inPlace(clauses.isEmpty ? [] : [Statement("ALTER \(name) \(clauses.joined(separator: " "))")])
    }

    /// What changed, in a few words each.
    package func differences(from old: ForeignServer) -> [String] {
        var changes: [String] = []
        if wrapper != old.wrapper { changes.append("wrapper \(old.wrapper) -> \(wrapper)") }
        if type != old.type { changes.append("type \(old.type ?? "none") -> \(type ?? "none")") }
        if version != old.version { changes.append("version \(old.version ?? "none") -> \(version ?? "none")") }
        return changes + ForeignOptions.differences(from: old.options, to: options)
    }
}
