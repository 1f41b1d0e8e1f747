/// A collation: an order of texts (manual section 23.2).
public struct Collation: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// `libc`, `icu` or `builtin`.
    public var provider: String
    /// The locale of the order; that of everything for `icu` and `builtin`.
    public var collate: String
    /// The locale of the kinds of characters; the same for `icu` and `builtin`.
    public var characterType: String
    /// Whether texts that are equal in this order are the same, byte by byte.
    public var isDeterministic = true
    /// Rules on top of the locale's (PostgreSQL 16 and later).
    public var rules: String?

    /// Makes a collation.
    public init(id: ObjectID, provider: String, collate: String, characterType: String) {
        self.id = id
        self.provider = provider
        self.collate = collate
        self.characterType = characterType
    }
}
