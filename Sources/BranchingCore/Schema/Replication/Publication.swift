/// A publication (manual section 29.1). What it publishes are separate objects.
package struct Publication: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// Whether it publishes all tables.
    package let isForAllTables: Bool
    /// What it publishes of `insert`, `update`, `delete`, `truncate`, in this order.
    package let actions: [String]
    /// Whether changes of partitions are published as those of the topmost table.
    package let isViaPartitionRoot: Bool
    /// Which generated columns are published: `none` or `stored`; nil before PostgreSQL 18.
    package let generatedColumns: String?

    /// Makes a publication.
    package init(
        id: ObjectID, isForAllTables: Bool = false,
        actions: [String] = ["insert", "update", "delete", "truncate"], isViaPartitionRoot: Bool = false,
        generatedColumns: String? = nil
    ) {
        self.id = id
        self.isForAllTables = isForAllTables
        self.actions = actions
        self.isViaPartitionRoot = isViaPartitionRoot
        self.generatedColumns = generatedColumns
    }
}
