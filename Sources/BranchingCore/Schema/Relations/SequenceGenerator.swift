/// A sequence that is not that of an identity column.
public struct SequenceGenerator: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// How it counts.
    public var options: SequenceOptions
    /// Whether it is not logged (PostgreSQL 15).
    public var isUnlogged = false

    /// Makes a sequence.
    public init(id: ObjectID, options: SequenceOptions) {
        self.id = id
        self.options = options
    }
}
