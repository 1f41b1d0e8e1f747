/// The link that makes a partition's index part of the partitioned table's.
package struct IndexAttachment: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The index of the partition, or the constraint that it belongs to.
    package let child: ObjectID
    /// The index of the partitioned table, or the constraint that it belongs to.
    package let parent: ObjectID

    /// Makes an attachment.
    package init(child: ObjectID, parent: ObjectID) {
        id = ObjectID(
            .indexAttachment, schema: child.schema, name: child.name, signature: parent.qualifiedName)
        self.child = child
        self.parent = parent
    }
}
