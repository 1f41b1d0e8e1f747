import SchemaModel

extension JSONValue {
    /// A value of the schema model as JSON, by reflection: a new field of the model is recorded without code here, and
    /// a test fails until it is also read.
    ///
    /// - Returns: nil for nil.
    init?(reflecting value: Any) throws {
        switch value {
        case let id as ObjectID: self = .array(Self.names(of: id).map(JSONValue.string))
        case let text as String: self = .string(text)
        case let flag as Bool: self = .bool(flag)
        case let number as Int: self = .number(Int64(number))
        case let number as Int64: self = .number(number)
        case let raw as any RawRepresentable<String>: self = .string(raw.rawValue)
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .optional:
                guard let wrapped = mirror.children.first else { return nil }
                try self.init(reflecting: wrapped.value)
            case .collection: self = .array(try Self.elements(of: mirror))
            case .set:
                let elements = try Self.elements(of: mirror)
                let lines = try elements.map { ($0, try $0.line()) }
                self = .array(lines.sorted { $0.1 < $1.1 }.map(\.0))
            case .dictionary: self = .object(try Self.entries(of: mirror))
            case .struct, .enum: self = .object(try Self.members(of: mirror))
            default: throw UnknownRecord("\(type(of: value)) cannot be recorded")
            }
        }
    }

    /// The kind and the names of an identity, without empty ones at the end.
    private static func names(of id: ObjectID) -> [String] {
        var names = [id.kind.rawValue, id.name, id.schema, id.parent, id.signature]
        while names.last?.isEmpty == true { names.removeLast() }
        return names
    }

    private static func elements(of mirror: Mirror) throws -> [JSONValue] {
        try mirror.children.compactMap { try JSONValue(reflecting: $0.value) }
    }

    private static func members(of mirror: Mirror) throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for child in mirror.children {
            guard let label = child.label, let value = try JSONValue(reflecting: child.value) else { continue }
            // No privileges differ from privileges that nobody ever changed.
            let isOptional = Mirror(reflecting: child.value).displayStyle == .optional
            if isOptional || !value.isEmpty { members[label] = value }
        }
        return members
    }

    private static func entries(of mirror: Mirror) throws -> [String: JSONValue] {
        var entries: [String: JSONValue] = [:]
        for child in mirror.children {
            let pair = Mirror(reflecting: child.value).children.map(\.value)
            guard let key = pair.first, let value = pair.last else { continue }
            entries["\(key)"] = try JSONValue(reflecting: value)
        }
        return entries
    }
}
