/// A foreign server.
public struct ForeignServer: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The foreign-data wrapper.
    public let wrapper: String
    /// What the wrapper takes as its type.
    public let type: String?
    /// What the wrapper takes as its version.
    public let version: String?
    /// Options, as `name 'value'`, sorted.
    public let options: [String]

    /// Makes a server.
    public init(id: ObjectID, wrapper: String, type: String? = nil, version: String? = nil, options: [String] = []) {
        self.id = id
        self.wrapper = wrapper
        self.type = type
        self.version = version
        self.options = options
    }

    /// What to call its kind in a report.
    public var kindName: String { "foreign server" }
}
