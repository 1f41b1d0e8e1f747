/// A schema: a namespace within a database (manual section 5.10).
package struct SchemaNamespace: SchemaObject {
    /// Its identity.
    package var id: ObjectID

    /// Makes a schema.
    package init(name: String) {
        id = ObjectID(.schema, name: name)
    }
}
