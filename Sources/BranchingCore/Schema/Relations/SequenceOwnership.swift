/// That a sequence goes when a column goes (`OWNED BY`).
public struct SequenceOwnership: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The sequence.
    public let sequence: ObjectID
    /// The column.
    public let column: ObjectID

    /// Makes an ownership.
    public init(sequence: ObjectID, column: ObjectID) {
        id = ObjectID(.sequenceOwnership, schema: sequence.schema, name: sequence.name)
        self.sequence = sequence
        self.column = column
    }
}
