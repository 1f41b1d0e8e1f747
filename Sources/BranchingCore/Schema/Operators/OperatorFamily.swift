/// A family of operators that an access method can use together (manual section 36.16).
package struct OperatorFamily: SchemaObject {
    /// Its identity.
    package var id: ObjectID

    /// Makes a family. The access method is the signature of its identity.
    package init(schema: String, name: String, accessMethod: String) {
        id = ObjectID(.operatorFamily, schema: schema, name: name, signature: accessMethod)
    }
}
