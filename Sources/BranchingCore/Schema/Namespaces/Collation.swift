/// A collation: an order of texts (manual section 23.2).
package struct Collation: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// `libc`, `icu` or `builtin`.
    package var provider: String
    /// The locale of the order; that of everything for `icu` and `builtin`.
    package var collate: String
    /// The locale of the kinds of characters; the same for `icu` and `builtin`.
    package var characterType: String
    /// Whether texts that are equal in this order are the same, byte by byte.
    package var isDeterministic = true
    /// Rules on top of the locale's (PostgreSQL 16 and later).
    package var rules: String?

    /// Makes a collation.
    package init(id: ObjectID, provider: String, collate: String, characterType: String) {
        self.id = id
        self.provider = provider
        self.collate = collate
        self.characterType = characterType
    }
}
