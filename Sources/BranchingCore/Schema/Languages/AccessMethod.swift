/// An access method: how a table or an index is stored (manual: CREATE ACCESS METHOD).
public struct AccessMethod: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// What it stores: `TABLE` or `INDEX`.
    public var stored: String
    /// The function that does it.
    public var handler: String

    /// Makes an access method.
    public init(name: String, stored: String, handler: String) {
        id = ObjectID(.accessMethod, name: name)
        self.stored = stored
        self.handler = handler
    }
}
