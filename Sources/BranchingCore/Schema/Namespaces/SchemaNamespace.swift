/// A schema: a namespace within a database (manual section 5.10).
public struct SchemaNamespace: SchemaObject {
    /// Its identity.
    public var id: ObjectID

    /// Makes a schema.
    public init(name: String) {
        id = ObjectID(.schema, name: name)
    }
}
