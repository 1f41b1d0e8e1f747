/// What can be read from a fixture.
protocol Recorded {
    /// The value if nothing is written; nil if that is an error.
    static var absent: Self? { get }

    init(_ value: JSONValue) throws
}

extension Recorded {
    static var absent: Self? { nil }
}

extension Recorded where Self: RawRepresentable, RawValue == String {
    init(_ value: JSONValue) throws {
        let text = try String(value)
        guard let known = Self(rawValue: text) else { throw UnknownRecord("\(Self.self) has no '\(text)'") }
        self = known
    }
}

/// A value with fields that can be read from a fixture.
protocol RecordedFields: Recorded {
    init(_ fields: Fields) throws
}

extension RecordedFields {
    init(_ value: JSONValue) throws { try self.init(Fields(value)) }
}

/// The fields of a value.
struct Fields {
    private let members: [String: JSONValue]

    init(_ value: JSONValue) throws {
        guard case .object(let members) = value else { throw UnknownRecord("no object: \(value)") }
        self.members = members
    }

    /// The field of that name.
    func callAsFunction<Value: Recorded>(_ name: String) throws -> Value {
        if let value = members[name] { return try Value(value) }
        guard let value = Value.absent else { throw UnknownRecord("there is no '\(name)' in \(members)") }
        return value
    }
}
