/// A conversion between two encodings (manual: CREATE CONVERSION).
public struct Conversion: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// Whether it is what PostgreSQL takes for these encodings where its schema is in the search path.
    public var isDefault: Bool
    /// The encoding that it takes.
    public var source: String
    /// The encoding that it gives.
    public var target: String
    /// The function that does it.
    public var function: String

    /// Makes a conversion.
    public init(id: ObjectID, isDefault: Bool, source: String, target: String, function: String) {
        self.id = id
        self.isDefault = isDefault
        self.source = source
        self.target = target
        self.function = function
    }
}
