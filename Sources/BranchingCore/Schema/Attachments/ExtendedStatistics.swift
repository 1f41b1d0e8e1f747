/// Statistics on several columns or on expressions (manual section 14.2.2).
public struct ExtendedStatistics: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The statement that makes it, as `pg_get_statisticsobjdef` writes it.
    public var definition: String
    /// The statistics target, where one is set.
    public let target: Int?

    /// Makes statistics.
    public init(id: ObjectID, definition: String, target: Int? = nil) {
        self.id = id
        self.definition = definition
        self.target = target
    }
}
