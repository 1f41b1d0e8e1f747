/// A user-made object that the model has no place for.
public struct UnsupportedObject: Sendable, Hashable, Codable {
    /// The catalog that it is in: `pg_foo`.
    public let catalog: String
    /// How PostgreSQL describes it.
    public let description: String

    /// Makes the report of an object.
    public init(catalog: String, description: String) {
        self.catalog = catalog
        self.description = description
    }
}
