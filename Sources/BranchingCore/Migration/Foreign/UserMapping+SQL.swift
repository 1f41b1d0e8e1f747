import SQLText
package import SchemaModel

extension UserMapping: MigratedObject {
    private var name: String {
        "USER MAPPING FOR \(role.map(SQLIdentifier.name) ?? "PUBLIC") SERVER \(SQLIdentifier.name(server))"
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE \(name)\(ForeignOptions.clause(options))")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP \(name)")] }

    /// How to get here from another definition of the same object.
    package func alteration(from old: UserMapping, _ context: MigrationContext) -> Alteration {
        .inPlace(ForeignOptions.changes(from: old.options, to: options, of: "ALTER \(name)"))
    }

    /// What changed, in a few words each.
    package func differences(from old: UserMapping) -> [String] {
        ForeignOptions.differences(from: old.options, to: options)
    }
}
