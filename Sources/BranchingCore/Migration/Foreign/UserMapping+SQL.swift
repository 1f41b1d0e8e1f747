extension UserMapping {
    private var name: String {
        "USER MAPPING FOR \(role.map(SQLIdentifier.name) ?? "PUBLIC") SERVER \(SQLIdentifier.name(server))"
    }

    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE \(name)\(ForeignOptions.clause(options))")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] { [Statement("DROP \(name)")] }

    public func alteration(from old: UserMapping, _ context: MigrationContext) -> Alteration {
        .inPlace(ForeignOptions.changes(from: old.options, to: options, of: "ALTER \(name)"))
    }

    public func differences(from old: UserMapping) -> [String] {
        ForeignOptions.differences(from: old.options, to: options)
    }
}
