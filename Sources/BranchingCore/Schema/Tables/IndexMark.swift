/// That an index is the one that CLUSTER goes by (kind ``ObjectKind/clusterMark``), or the one that identifies rows in
/// replication (kind ``ObjectKind/replicaIdentity``). The name of the object is empty: a table has one of each at most.
package struct IndexMark: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The name of the index; its schema is that of the table.
    package var index: String

    /// Makes a mark.
    package init(id: ObjectID, index: String) {
        self.id = id
        self.index = index
    }
}
