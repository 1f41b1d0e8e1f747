/// A foreign-data wrapper.
package struct ForeignDataWrapper: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The function that does its work, with its schema.
    package let handler: String?
    /// The function that checks options, with its schema.
    package let validator: String?
    /// Options, as `name 'value'`, sorted.
    package let options: [String]

    /// Makes a wrapper.
    package init(id: ObjectID, handler: String? = nil, validator: String? = nil, options: [String] = []) {
        self.id = id
        self.handler = handler
        self.validator = validator
        self.options = options
    }
}
