/// A text search parser: what cuts a document into tokens (manual section 12.5).
public struct TextSearchParser: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// Its functions, as `START = s.f`, in the order of the manual.
    public var functions: [String]

    /// Makes a parser.
    public init(id: ObjectID, functions: [String]) {
        self.id = id
        self.functions = functions
    }
}
