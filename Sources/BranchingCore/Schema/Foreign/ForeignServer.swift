/// A foreign server.
package struct ForeignServer: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The foreign-data wrapper.
    package let wrapper: String
    /// What the wrapper takes as its type.
    package let type: String?
    /// What the wrapper takes as its version.
    package let version: String?
    /// Options, as `name 'value'`, sorted.
    package let options: [String]

    /// Makes a server.
    package init(id: ObjectID, wrapper: String, type: String? = nil, version: String? = nil, options: [String] = []) {
        self.id = id
        self.wrapper = wrapper
        self.type = type
        self.version = version
        self.options = options
    }

    /// What to call its kind in a report.
    package var kindName: String { "foreign server" }
}
