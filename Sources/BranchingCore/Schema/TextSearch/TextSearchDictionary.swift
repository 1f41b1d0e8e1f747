/// A text search dictionary: what makes lexemes of tokens (manual section 12.6).
package struct TextSearchDictionary: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The template, with its schema.
    package var template: String
    /// The options, as SQL: `language = 'english', stopwords = 'english'`; empty for none.
    package var options: String

    /// Makes a dictionary.
    package init(id: ObjectID, template: String, options: String = "") {
        self.id = id
        self.template = template
        self.options = options
    }
}
