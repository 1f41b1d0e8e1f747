/// Statistics on several columns or on expressions (manual section 14.2.2).
package struct ExtendedStatistics: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The statement that makes it, as `pg_get_statisticsobjdef` writes it.
    package var definition: String
    /// The statistics target, if set.
    package let target: Int?

    /// Makes statistics.
    package init(id: ObjectID, definition: String, target: Int? = nil) {
        self.id = id
        self.definition = definition
        self.target = target
    }
}
