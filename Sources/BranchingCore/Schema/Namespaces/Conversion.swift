/// A conversion between two encodings (manual: CREATE CONVERSION).
package struct Conversion: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// Whether PostgreSQL uses it for these encodings if its schema is in the search path.
    package var isDefault: Bool
    /// The encoding that it takes.
    package var source: String
    /// The encoding that it gives.
    package var target: String
    /// The function that does it.
    package var function: String

    /// Makes a conversion.
    package init(id: ObjectID, isDefault: Bool, source: String, target: String, function: String) {
        self.id = id
        self.isDefault = isDefault
        self.source = source
        self.target = target
        self.function = function
    }
}
