/// A foreign-data wrapper.
public struct ForeignDataWrapper: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The function that does its work, with its schema.
    public let handler: String?
    /// The function that checks options, with its schema.
    public let validator: String?
    /// Options, as `name 'value'`, sorted.
    public let options: [String]

    /// Makes a wrapper.
    public init(id: ObjectID, handler: String? = nil, validator: String? = nil, options: [String] = []) {
        self.id = id
        self.handler = handler
        self.validator = validator
        self.options = options
    }
}
