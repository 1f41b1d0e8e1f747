/// What identifies an object within its database: names only, so that it means the same in two databases.
public struct ObjectID: Sendable, Hashable {
    /// What it is.
    public let kind: ObjectKind
    /// The schema that it lives in; empty where it lives in none. For a part, the schema of what it is a part of.
    public let schema: String
    /// What it is a part of: the relation of a column, a constraint, a trigger; empty where it is a part of nothing.
    public let parent: String
    /// Its name.
    public let name: String
    /// What else tells it from others of its name: the types of a function's arguments, the access method of an operator
    /// class. Empty for most.
    public let signature: String
    /// Made once, as identities are looked up far more often than they are made.
    private let digest: UInt64

    /// Makes an identity.
    public init(_ kind: ObjectKind, schema: String = "", parent: String = "", name: String, signature: String = "") {
        self.kind = kind
        self.schema = schema
        self.parent = parent
        self.name = name
        self.signature = signature
        digest = Self.digest(kind, [schema, parent, name, signature])
    }

    /// FNV-1a over everything.
    private static func digest(_ kind: ObjectKind, _ texts: [String]) -> UInt64 {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: kind.rank)
        for text in texts {
            for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
            digest = (digest ^ 0xff) &* 0x100_0000_01b3
        }
        return digest
    }

    /// Whether both are defined alike.
    public static func == (left: ObjectID, right: ObjectID) -> Bool {
        left.digest == right.digest && left.kind == right.kind && left.name == right.name && left.parent == right.parent
            && left.schema == right.schema && left.signature == right.signature
    }

    /// Combines what tells it from others.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }
}

extension ObjectID: Comparable {
    /// Which comes first.
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        if left.schema != right.schema { return left.schema < right.schema }
        if left.parent != right.parent { return left.parent < right.parent }
        if left.name != right.name { return left.name < right.name }
        return left.signature < right.signature
    }
}

extension ObjectID: CustomStringConvertible {
    /// As people read it: `shop.orders.status`, `shop.total(integer)`.
    public var description: String {
        // The name of an operator, and the types of a cast or a transform, are no identifiers.
        let isIdentifier = kind != .operator && kind != .cast && kind != .transform
        let names = [schema, parent].map(SQLIdentifier.name) + [isIdentifier ? SQLIdentifier.name(name) : name]
        let path = zip([schema, parent, name], names).filter { !$0.0.isEmpty }.map(\.1).joined(separator: ".")
        switch kind {
        case .function, .procedure, .aggregate, .operator: return path + "(\(signature))"
        default: return signature.isEmpty ? path : path + " (\(signature))"
        }
    }
}

extension ObjectID {
    /// The name with its schema, quoted where that is needed.
    package var qualifiedName: String { SQLIdentifier.qualified(schema, name) }

    /// The name of what it is a part of, with its schema.
    package var qualifiedParent: String { SQLIdentifier.qualified(schema, parent) }
}
