/// The link that makes a sequence go when a column goes (`OWNED BY`).
package struct SequenceOwnership: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The sequence.
    package let sequence: ObjectID
    /// The column.
    package let column: ObjectID

    /// Makes an ownership.
    package init(sequence: ObjectID, column: ObjectID) {
        id = ObjectID(.sequenceOwnership, schema: sequence.schema, name: sequence.name)
        self.sequence = sequence
        self.column = column
    }
}
