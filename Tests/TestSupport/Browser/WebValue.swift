/// A value of JSON, as WebDriver takes and returns it.
package enum WebValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([WebValue])
    case object([String: WebValue])

    /// The text of a string; nil for anything else.
    package var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The number; nil for anything else.
    package var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// The elements of an array; none for anything else.
    package var elements: [WebValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The member of an object; nil for anything else.
    package subscript(_ name: String) -> WebValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }
}

extension WebValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(arrayLiteral elements: WebValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, WebValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

extension WebValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([WebValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: WebValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            if let whole = Int(exactly: value) { try container.encode(whole) } else { try container.encode(value) }
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
