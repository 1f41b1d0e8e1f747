package import FoundationEssentials

/// A type that can be read from PostgreSQL's text form.
protocol PostgresDecodable {
    init?(postgresText: String)
}

extension String: PostgresDecodable {
    init?(postgresText: String) { self = postgresText }
}

extension Int: PostgresDecodable {
    init?(postgresText: String) { self.init(postgresText) }
}

extension Int32: PostgresDecodable {
    init?(postgresText: String) { self.init(postgresText) }
}

extension UInt32: PostgresDecodable {
    init?(postgresText: String) { self.init(postgresText) }
}

extension Int64: PostgresDecodable {
    init?(postgresText: String) { self.init(postgresText) }
}

extension Double: PostgresDecodable {
    init?(postgresText: String) { self.init(postgresText) }
}

extension Bool: PostgresDecodable {
    init?(postgresText: String) {
        switch postgresText {
        case "t": self = true
        case "f": self = false
        default: return nil
        }
    }
}

/// Read from `extract(epoch FROM …)`: seconds since 1970, so that no session setting matters.
extension Date: PostgresDecodable {
    init?(postgresText: String) {
        guard let seconds = Self.seconds(postgresText) ?? Double(postgresText) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    /// The usual form, up to six decimals. The quotient of two exact numbers is rounded once, as `Double` rounds.
    private static func seconds(_ text: String) -> Double? {
        var (digits, decimals, divisor): (Int64, Int?, Double) = (0, nil, 1)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits < 900_000_000_000_000, decimals ?? 0 < 6 else { return nil }
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                if let count = decimals {
                    decimals = count + 1
                    divisor *= 10
                }
            case UInt8(ascii: ".") where decimals == nil: decimals = 0
            default: return nil
            }
        }
        return text.isEmpty ? nil : Double(digits) / divisor
    }
}

/// A value bound to a parameter of a statement, in PostgreSQL's text form.
package struct PostgresValue: Sendable, Hashable {
    /// The text; nil is NULL.
    package let text: String?

    private init(text: String?) {
        self.text = text
    }

    package static func text(_ value: String?) -> PostgresValue { PostgresValue(text: value) }
    package static func integer(_ value: Int64?) -> PostgresValue { PostgresValue(text: value.map { String($0) }) }
    package static func bytes(_ value: [UInt8]) -> PostgresValue {
        PostgresValue(text: "\\x" + value.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
    }
    /// Seconds since 1970, for `to_timestamp`.
    package static func instant(_ value: Date?) -> PostgresValue {
        PostgresValue(text: value.map { String($0.timeIntervalSince1970) })
    }
    package static func boolean(_ value: Bool) -> PostgresValue { PostgresValue(text: value ? "t" : "f") }
}
