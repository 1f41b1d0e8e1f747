/// One difference between two schemas.
public struct SchemaChange: Sendable, Hashable, Codable {
    /// What happens to the object.
    public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
        /// It is made.
        case create
        /// It is changed and stays.
        case alter
        /// It is removed and made again.
        case rebuild
        /// It is removed.
        case drop
    }

    /// The kind of the object in words: `materialized view`.
    public let kind: String
    /// The object, as people read it: `shop.orders.status`.
    public let object: String
    /// What happens to it.
    public let action: Action
    /// What changed, in a few words each: `type integer -> bigint`.
    public let details: [String]
    /// The hazards that the author of its statements has to know.
    public let hazards: [Hazard]

    /// Makes a change.
    public init(kind: String, object: String, action: Action, details: [String] = [], hazards: [Hazard] = []) {
        self.kind = kind
        self.object = object
        self.action = action
        self.details = details
        self.hazards = hazards
    }
}

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
