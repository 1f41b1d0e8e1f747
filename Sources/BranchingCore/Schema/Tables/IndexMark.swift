/// Marks an index as the one that CLUSTER uses (kind ``ObjectKind/clusterMark``), or that identifies rows in
/// replication (kind ``ObjectKind/replicaIdentity``). The name of the object is empty: a table has at most one of each.
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
