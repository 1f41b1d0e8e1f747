/// A text search parser: what cuts a document into tokens (manual section 12.5).
package struct TextSearchParser: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// Its functions, as `START = s.f`, in the order of the manual.
    package var functions: [String]

    /// Makes a parser.
    package init(id: ObjectID, functions: [String]) {
        self.id = id
        self.functions = functions
    }
}
