/// An index that is not that of a constraint.
package struct Index: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The table or materialized view.
    package var relation: ObjectID
    /// The statement that makes it, as `pg_get_indexdef` writes it, without its options.
    package var definition: String
    /// Storage options, as `fillfactor=70`, sorted.
    package var options: [String] = []
    /// The tablespace, if not that of the database.
    package var tablespace: String?
    /// Statistics targets by the number of the column.
    package var statisticsTargets: [Int: Int] = [:]
    /// Whether queries may use it. An index of a partitioned table is not valid until each partition has its own.
    package var isValid = true
    /// Whether it is that of a partitioned table, which holds nothing itself.
    package var isPartitioned = false
    /// Whether values are unique.
    package var isUnique = false
    /// The index of the parent table that this one is a part of.
    package var parent: ObjectID?

    /// Makes an index.
    package init(id: ObjectID, relation: ObjectID, definition: String) {
        self.id = id
        self.relation = relation
        self.definition = definition
    }
}
