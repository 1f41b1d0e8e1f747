/// A text search dictionary: what makes lexemes of tokens (manual section 12.6).
public struct TextSearchDictionary: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The template, with its schema.
    public var template: String
    /// The options, as SQL: `language = 'english', stopwords = 'english'`; empty for none.
    public var options: String

    /// Makes a dictionary.
    public init(id: ObjectID, template: String, options: String = "") {
        self.id = id
        self.template = template
        self.options = options
    }
}
