/// An extension (manual section 36.17). What is in it is its own business.
public struct Extension: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The schema that its objects are in.
    public var schema: String
    /// Its version.
    public var version: String
    /// Whether its objects can go to another schema.
    public var isRelocatable: Bool

    /// Makes an extension.
    public init(name: String, schema: String, version: String, isRelocatable: Bool = true) {
        id = ObjectID(.extension, name: name)
        self.schema = schema
        self.version = version
        self.isRelocatable = isRelocatable
    }
}
