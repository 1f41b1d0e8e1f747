/// A sequence that is not that of an identity column.
package struct SequenceGenerator: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// How it counts.
    package var options: SequenceOptions
    /// Whether it is not logged (PostgreSQL 15).
    package var isUnlogged = false

    /// Makes a sequence.
    package init(id: ObjectID, options: SequenceOptions) {
        self.id = id
        self.options = options
    }
}
