/// A type that is a row of attributes (manual section 8.16).
public struct CompositeType: SchemaObject {
    /// One field of a composite type.
    public struct Attribute: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type as `format_type` writes it.
        public let type: String
        /// Its collation, where it is not that of the type.
        public let collation: String?

        /// Makes an attribute.
        public init(name: String, type: String, collation: String? = nil) {
            self.name = name
            self.type = type
            self.collation = collation
        }
    }

    /// Its identity.
    public var id: ObjectID
    /// The attributes, in order.
    public var attributes: [Attribute]

    /// Makes a composite type.
    public init(id: ObjectID, attributes: [Attribute]) {
        self.id = id
        self.attributes = attributes
    }

    /// What to call its kind in a report.
    public var kindName: String { "composite type" }
}
