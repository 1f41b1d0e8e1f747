package import SchemaModel

extension IndexAttachment: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("ALTER INDEX \(parent.qualifiedName) ATTACH PARTITION \(child.qualifiedName)")]
    }

    /// Nothing takes an index of a partition off: it goes with one of the two.
    package func removal(_ context: MigrationContext) -> [Statement] { [] }

    /// How to get here from another definition.
    package func alteration(from old: IndexAttachment, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
