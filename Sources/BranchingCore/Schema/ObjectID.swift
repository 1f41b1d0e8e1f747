import SQLText

/// What identifies an object within its database: names only, so that it means the same in two databases.
package struct ObjectID: Sendable, Hashable {
    /// Shared by all copies: a copy costs one reference, however many names there are.
    @usableFromInline let parts: Parts

    /// Makes an identity.
    package init(_ kind: ObjectKind, schema: String = "", parent: String = "", name: String, signature: String = "") {
        parts = Parts(kind: kind, schema: schema, parent: parent, name: name, signature: signature)
    }

    /// What it is.
    @inlinable package var kind: ObjectKind { parts.kind }
    /// The schema that it is in; empty if it is in none. For a part, the schema of what it is a part of.
    @inlinable package var schema: String { parts.schema }
    /// What it is a part of: the relation of a column, a constraint, a trigger; empty if nothing.
    @inlinable package var parent: String { parts.parent }
    /// Its name.
    @inlinable package var name: String { parts.name }
    /// What else distinguishes it from others of its name: the types of a function's arguments, the access method of an
    /// operator class. Empty for most.
    @inlinable package var signature: String { parts.signature }

    /// Whether both are defined alike.
    @inlinable package static func == (left: ObjectID, right: ObjectID) -> Bool {
        left.parts === right.parts || left.parts == right.parts
    }

    /// Combines what distinguishes it.
    @inlinable package func hash(into hasher: inout Hasher) {
        hasher.combine(parts.digest)
    }
}

extension ObjectID: Comparable {
    /// Which comes first.
    package static func < (left: ObjectID, right: ObjectID) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        if left.schema != right.schema { return left.schema < right.schema }
        if left.parent != right.parent { return left.parent < right.parent }
        if left.name != right.name { return left.name < right.name }
        return left.signature < right.signature
    }
}

extension ObjectID: CustomStringConvertible {
    /// As people read it: `shop.orders.status`, `shop.total(integer)`.
    package var description: String {
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
    /// The part of the same kind and name of another relation.
    package func part(of relation: ObjectID) -> ObjectID {
        ObjectID(kind, schema: relation.schema, parent: relation.name, name: name)
    }

    /// The name with its schema, quoted where that is needed.
    package var qualifiedName: String { SQLIdentifier.qualified(schema, name) }

    /// The name of what it is a part of, with its schema.
    package var qualifiedParent: String { SQLIdentifier.qualified(schema, parent) }
}
