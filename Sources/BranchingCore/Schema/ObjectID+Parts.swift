extension ObjectID {
    /// The kind and the names of an identity.
    final class Parts: Sendable {
        let kind: ObjectKind
        let schema: String
        let parent: String
        let name: String
        let signature: String
        /// Made once, as identities are looked up far more often than they are made.
        let digest: UInt64

        init(kind: ObjectKind, schema: String, parent: String, name: String, signature: String) {
            self.kind = kind
            self.schema = schema
            self.parent = parent
            self.name = name
            self.signature = signature
            var digest = FNV1a(kind.rank)
            digest.add(schema)
            digest.add(parent)
            digest.add(name)
            digest.add(signature)
            self.digest = digest.value
        }

        static func == (left: Parts, right: Parts) -> Bool {
            left.digest == right.digest && left.kind == right.kind && left.name == right.name
                && left.parent == right.parent && left.schema == right.schema && left.signature == right.signature
        }
    }

    /// FNV-1a of 64 bits over several texts, each with an end that no UTF-8 text holds.
    private struct FNV1a {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

        init(_ first: Int) {
            value ^= UInt64(truncatingIfNeeded: first)
        }

        mutating func add(_ text: String) {
            for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
            value = (value ^ 0xff) &* 0x100_0000_01b3
        }
    }
}
