import FoundationEssentials

/// A JSON value without null: what is absent or empty is not written.
enum JSONValue: Hashable {
    case string(String)
    case number(Int64)
    case bool(Bool)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Whether a reader finds the same if it is missing.
    var isEmpty: Bool {
        switch self {
        case .string(let text): text.isEmpty
        case .number: false
        case .bool(let flag): !flag
        case .array(let values): values.isEmpty
        case .object(let members): members.isEmpty
        }
    }

    /// The value on one line, members sorted: equal values have equal text.
    func line() throws -> String { String(decoding: try Self.encoder.encode(self), as: UTF8.self) }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}

extension JSONValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .bool(let flag): try container.encode(flag)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
