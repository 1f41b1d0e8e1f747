import Identifiers

extension ObjectID {
    /// The kind and the names of an identity.
    @usableFromInline final class Parts: Sendable {
        @usableFromInline let kind: ObjectKind
        @usableFromInline let schema: String
        @usableFromInline let parent: String
        @usableFromInline let name: String
        @usableFromInline let signature: String
        /// Made once, as identities are looked up far more often than they are made.
        @usableFromInline let digest: UInt64

        init(kind: ObjectKind, schema: String, parent: String, name: String, signature: String) {
            self.kind = kind
            self.schema = schema
            self.parent = parent
            self.name = name
            self.signature = signature
            var digest = FNV1a.basis ^ UInt64(truncatingIfNeeded: kind.rank)
            Self.add(schema, to: &digest)
            Self.add(parent, to: &digest)
            Self.add(name, to: &digest)
            Self.add(signature, to: &digest)
            self.digest = digest
        }

        /// Each text has an end that no UTF-8 text holds.
        private static func add(_ text: String, to digest: inout UInt64) {
            digest = FNV1a.hash64(CollectionOfOne(0xff), after: FNV1a.hash64(text.utf8, after: digest))
        }

        @usableFromInline static func == (left: Parts, right: Parts) -> Bool {
            left.digest == right.digest && left.kind == right.kind && left.name == right.name
                && left.parent == right.parent && left.schema == right.schema && left.signature == right.signature
        }
    }
}
