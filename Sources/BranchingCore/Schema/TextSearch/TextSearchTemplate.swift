/// A text search template: what dictionaries are made of (manual section 12.6).
package struct TextSearchTemplate: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// Its functions, as `LEXIZE = s.f`, in the order of the manual.
    package var functions: [String]

    /// Makes a template.
    package init(id: ObjectID, functions: [String]) {
        self.id = id
        self.functions = functions
    }
}
