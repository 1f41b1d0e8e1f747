/// A text search configuration: which dictionaries look at which tokens (manual section 12.7).
package struct TextSearchConfiguration: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The parser, with its schema.
    package var parser: String
    /// The dictionaries that look at a kind of tokens, each with its schema, in order, by the name of the kind.
    package var mappings: [String: [String]]

    /// Makes a configuration.
    package init(id: ObjectID, parser: String, mappings: [String: [String]] = [:]) {
        self.id = id
        self.parser = parser
        self.mappings = mappings
    }
}
