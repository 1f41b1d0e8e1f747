package import SchemaModel

extension SchemaNamespace: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE SCHEMA \(id.qualifiedName)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: SchemaNamespace, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
