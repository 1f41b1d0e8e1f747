import SQLText
package import SchemaModel

extension OperatorFamily: MigratedObject {
    private var name: String { "\(id.qualifiedName) USING \(SQLIdentifier.name(id.signature))" }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("CREATE OPERATOR FAMILY \(name)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP OPERATOR FAMILY \(name)")]
    }

    /// How to get here from another definition.
    package func alteration(from old: OperatorFamily, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
