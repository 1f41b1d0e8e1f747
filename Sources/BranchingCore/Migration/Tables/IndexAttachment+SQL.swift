package import SchemaModel

extension IndexAttachment: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("ALTER INDEX \(parent.qualifiedName) ATTACH PARTITION \(child.qualifiedName)")]
    }

    /// A partition's index cannot be detached: it goes with one of the two.
    package func removal(_ context: MigrationContext) -> [Statement] { [] }

    /// How to get here from another definition.
    package func alteration(from old: IndexAttachment, _ context: MigrationContext) -> Alteration { .inPlace([]) }
}
