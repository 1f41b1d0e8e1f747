extension OperatorFamily: MigratedObject {
    private var name: String { "\(id.qualifiedName) USING \(SQLIdentifier.name(id.signature))" }

    /// The statements that make it.
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE OPERATOR FAMILY \(name)")]
    }

    /// The statements that remove it.
    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP OPERATOR FAMILY \(name)")]
    }

    /// How to get here from another definition.
    public func alteration(from old: OperatorFamily, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
