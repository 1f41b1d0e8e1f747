/// An index that is not that of a constraint.
public struct Index: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The table or materialized view.
    public var relation: ObjectID
    /// The statement that makes it, as `pg_get_indexdef` writes it, without its options.
    public var definition: String
    /// Storage options, as `fillfactor=70`, sorted.
    public var options: [String] = []
    /// The tablespace, where it is not that of the database.
    public var tablespace: String?
    /// Statistics targets by the number of the column.
    public var statisticsTargets: [Int: Int] = [:]
    /// Whether queries may use it. An index of a partitioned table is not valid until each partition has its own.
    public var isValid = true
    /// Whether it is that of a partitioned table, which holds nothing itself.
    public var isPartitioned = false
    /// Whether values are unique.
    public var isUnique = false
    /// The index of the parent table that this one is a part of.
    public var parent: ObjectID?

    /// Makes an index.
    public init(id: ObjectID, relation: ObjectID, definition: String) {
        self.id = id
        self.relation = relation
        self.definition = definition
    }
}
