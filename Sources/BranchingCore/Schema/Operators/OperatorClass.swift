/// An operator class: how an access method treats a type (manual section 36.16).
package struct OperatorClass: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The type that it is for.
    package var type: String
    /// Whether the access method uses it for that type by default.
    package var isDefault: Bool
    /// The family that it belongs to, with its schema.
    package var family: String
    /// The type that is stored, if it is another.
    package var storage: String?
    /// Its operators and functions as CREATE OPERATOR CLASS says them: `OPERATOR 1 s.<(a,b)`.
    package var members: [String]

    /// Makes an operator class. The access method is the signature of its identity.
    package init(
        id: ObjectID, type: String, isDefault: Bool, family: String, storage: String? = nil, members: [String] = []
    ) {
        self.id = id
        self.type = type
        self.isDefault = isDefault
        self.family = family
        self.storage = storage
        self.members = members
    }
}
