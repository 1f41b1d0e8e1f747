/// An access method: how a table or an index is stored (manual: CREATE ACCESS METHOD).
package struct AccessMethod: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// What it stores: `TABLE` or `INDEX`.
    package var stored: String
    /// The function that does it.
    package var handler: String

    /// Makes an access method.
    package init(name: String, stored: String, handler: String) {
        id = ObjectID(.accessMethod, name: name)
        self.stored = stored
        self.handler = handler
    }
}
