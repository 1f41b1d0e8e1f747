/// The link that makes a table a partition or a child of another.
package struct Inheritance: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The table that inherits.
    package let child: ObjectID
    /// The table that it inherits from.
    package let parent: ObjectID
    /// The bound of a partition, as `FOR VALUES FROM (1) TO (2)` or `DEFAULT`; nil for a child that is no partition.
    package let bound: String?
    /// The place among the child's parents: 1 is the first.
    package let position: Int

    /// Makes an inheritance.
    package init(child: ObjectID, parent: ObjectID, bound: String?, position: Int = 1) {
        id = ObjectID(
            .inheritance, schema: child.schema, parent: child.name, name: parent.name, signature: parent.schema)
        self.child = child
        self.parent = parent
        self.bound = bound
        self.position = position
    }

    /// What to call its kind in a report.
    package var kindName: String { bound == nil ? "inheritance" : "partition bound" }
}
