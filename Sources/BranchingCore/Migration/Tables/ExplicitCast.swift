import SchemaModel

/// Which types PostgreSQL casts into each other on request (`pg_cast`). Between others a value can go through its text.
enum ExplicitCast {
    private static let numbers: Set = ["smallint", "integer", "bigint", "numeric", "real", "double precision"]
    private static let texts: Set = ["text", "character varying", "character", "name", "\"char\""]
    private static let groups: [Set<String>] = [
        ["integer", "boolean"], ["json", "jsonb"], ["inet", "cidr"], ["bit", "bit varying"], ["macaddr", "macaddr8"],
        ["date", "timestamp without time zone", "timestamp with time zone"],
        ["integer", "bigint", "numeric", "money"], ["integer", "bigint", "bit"], ["integer", "bigint", "oid"],
    ]
    /// One-way casts, by source type.
    private static let oneWay: [String: Set<String>] = [
        "jsonb": numbers.union(["boolean"]),
        "timestamp without time zone": ["time without time zone"],
        "timestamp with time zone": ["time without time zone", "time with time zone"],
        "time without time zone": ["interval", "time with time zone"],
        "time with time zone": ["time without time zone"],
        "interval": ["time without time zone"],
    ]

    /// Whether there is a cast.
    ///
    /// - Parameters:
    ///   - from: The type of the value, as `format_type` writes it.
    ///   - to: The wanted type.
    static func exists(from: String, to: String) -> Bool {
        let (old, new) = (element(of: from), element(of: to))
        if old.isArray != new.isArray { return texts.contains(old.isArray ? new.name : old.name) }
        // User-made types have their own casts to and from built-in types.
        let isMade = (old.name.contains("."), new.name.contains("."))
        if isMade.0 || isMade.1 { return isMade.0 != isMade.1 }
        if old.name == new.name || texts.contains(old.name) || texts.contains(new.name) { return true }
        if numbers.isSuperset(of: [old.name, new.name]) || oneWay[old.name]?.contains(new.name) == true { return true }
        return groups.contains { $0.isSuperset(of: [old.name, new.name]) }
    }

    /// Whether all types are cast from it and to it.
    static func isText(_ type: String) -> Bool {
        let (name, isArray) = element(of: type)
        return !isArray && texts.contains(name)
    }

    /// The type without its modifier, `numeric(10,2)` as `numeric`, and whether it is an array.
    static func element(of type: String) -> (name: String, isArray: Bool) {
        let isArray = type.hasSuffix("[]")
        let type = isArray ? String(type.dropLast(2)) : type
        guard !type.contains("."), let open = type.firstIndex(of: "("), let close = type.firstIndex(of: ")") else {
            return (type, isArray)
        }
        return (type[..<open] + String(type[type.index(after: close)...]), isArray)
    }
}

extension DatabaseSchema {
    /// The built-in type under a domain; otherwise the type itself.
    func baseType(of type: String) -> String {
        guard let domain = madeType(type) as? DomainType else { return type }
        return baseType(of: domain.baseType)
    }

    /// Whether it is a user's enum, composite type or range type: these are cast only through text.
    func isRowOrEnum(_ type: String) -> Bool {
        switch madeType(type) {
        case is EnumType, is CompositeType, is RangeType: true
        default: false
        }
    }

    private func madeType(_ type: String) -> (any SchemaObject)? {
        guard type.contains("."), !type.hasSuffix("[]") else { return nil }
        return objects.first { $0.key.kind == .type && $0.key.qualifiedName == type }?.value
    }
}
