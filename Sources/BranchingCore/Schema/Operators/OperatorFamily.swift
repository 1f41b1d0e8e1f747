/// A family of operators that an access method can use together (manual section 36.16).
public struct OperatorFamily: SchemaObject {
    /// Its identity.
    public var id: ObjectID

    /// Makes a family. The access method is the signature of its identity.
    public init(schema: String, name: String, accessMethod: String) {
        id = ObjectID(.operatorFamily, schema: schema, name: name, signature: accessMethod)
    }
}
