extension String: Recorded {
    static var absent: String? { "" }

    init(_ value: JSONValue) throws {
        guard case .string(let text) = value else { throw UnknownRecord("no text: \(value)") }
        self = text
    }
}

extension Bool: Recorded {
    static var absent: Bool? { false }

    init(_ value: JSONValue) throws {
        guard case .bool(let flag) = value else { throw UnknownRecord("neither true nor false: \(value)") }
        self = flag
    }
}

extension Int64: Recorded {
    init(_ value: JSONValue) throws {
        guard case .number(let number) = value else { throw UnknownRecord("no number: \(value)") }
        self = number
    }
}

extension Int: Recorded {
    init(_ value: JSONValue) throws { self.init(try Int64(value)) }
}

extension Optional: Recorded where Wrapped: Recorded {
    static var absent: Wrapped?? { .some(nil) }

    init(_ value: JSONValue) throws { self = try Wrapped(value) }
}

extension Array: Recorded where Element: Recorded {
    static var absent: [Element]? { [] }

    init(_ value: JSONValue) throws {
        guard case .array(let values) = value else { throw UnknownRecord("no list: \(value)") }
        self = try values.map(Element.init)
    }
}

extension Set: Recorded where Element: Recorded {
    static var absent: Set<Element>? { [] }

    init(_ value: JSONValue) throws { self.init(try [Element](value)) }
}

extension Dictionary: Recorded where Key: LosslessStringConvertible, Value: Recorded {
    static var absent: [Key: Value]? { [:] }

    init(_ value: JSONValue) throws {
        guard case .object(let members) = value else { throw UnknownRecord("no object: \(value)") }
        self.init()
        for (name, member) in members {
            guard let key = Key(name) else { throw UnknownRecord("'\(name)' is no \(Key.self)") }
            self[key] = try Value(member)
        }
    }
}
