/// A type that is a row of attributes (manual section 8.16).
package struct CompositeType: SchemaObject {
    /// One field of a composite type.
    package struct Attribute: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// Its type as `format_type` writes it.
        package let type: String
        /// Its collation, if not that of the type.
        package let collation: String?

        /// Makes an attribute.
        package init(name: String, type: String, collation: String? = nil) {
            self.name = name
            self.type = type
            self.collation = collation
        }
    }

    /// Its identity.
    package var id: ObjectID
    /// The attributes, in order.
    package var attributes: [Attribute]

    /// Makes a composite type.
    package init(id: ObjectID, attributes: [Attribute]) {
        self.id = id
        self.attributes = attributes
    }

    /// What to call its kind in a report.
    package var kindName: String { "composite type" }
}
