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
            digest = FNV1a.hash64(endedText: schema, after: digest)
            digest = FNV1a.hash64(endedText: parent, after: digest)
            digest = FNV1a.hash64(endedText: name, after: digest)
            digest = FNV1a.hash64(endedText: signature, after: digest)
            self.digest = digest
        }

        @usableFromInline static func == (left: Parts, right: Parts) -> Bool {
            left.digest == right.digest && left.kind == right.kind && left.name == right.name
                && left.parent == right.parent && left.schema == right.schema && left.signature == right.signature
        }
    }
}
