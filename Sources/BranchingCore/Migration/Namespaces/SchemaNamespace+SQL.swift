extension SchemaNamespace: MigratedObject {
    /// The statements that make it.
    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE SCHEMA \(id.qualifiedName)")]
    }

    /// The statements that remove it.
    public func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP SCHEMA \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    public func alteration(from old: SchemaNamespace, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
