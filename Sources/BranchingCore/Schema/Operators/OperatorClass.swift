/// An operator class: how an access method treats a type (manual section 36.16).
public struct OperatorClass: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The type that it is for.
    public var type: String
    /// Whether it is what the access method takes for that type where nobody says otherwise.
    public var isDefault: Bool
    /// The family that it belongs to, with its schema.
    public var family: String
    /// The type that is stored, where it is another.
    public var storage: String?
    /// Its operators and functions as CREATE OPERATOR CLASS says them: `OPERATOR 1 s.<(a,b)`.
    public var members: [String]

    /// Makes an operator class. The access method is the signature of its identity.
    public init(
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
