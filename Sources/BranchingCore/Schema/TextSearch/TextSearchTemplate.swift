/// A text search template: what dictionaries are made of (manual section 12.6).
public struct TextSearchTemplate: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// Its functions, as `LEXIZE = s.f`, in the order of the manual.
    public var functions: [String]

    /// Makes a template.
    public init(id: ObjectID, functions: [String]) {
        self.id = id
        self.functions = functions
    }
}
