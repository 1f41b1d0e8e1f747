extension SchemaNamespace {
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE SCHEMA \(id.qualifiedName)")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP SCHEMA \(id.qualifiedName)")]
    }

    public func alteration(from old: SchemaNamespace, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
