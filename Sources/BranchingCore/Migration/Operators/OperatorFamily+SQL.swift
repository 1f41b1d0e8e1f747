extension OperatorFamily {
    private var name: String { "\(id.qualifiedName) USING \(SQLIdentifier.name(id.signature))" }

    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE OPERATOR FAMILY \(name)")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP OPERATOR FAMILY \(name)")]
    }

    public func alteration(from old: OperatorFamily, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
