/// Parses the JSON that `JSONValue` writes. A decoder tries each type, and every failed attempt costs an error: this
/// takes a tenth of the time, and keeps the tests quick.
struct JSONParser {
    private let bytes: [UInt8]
    private var place = 0

    static func parse(_ text: String) throws -> JSONValue {
        var parser = JSONParser(bytes: Array(text.utf8))
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.place == parser.bytes.count else { throw parser.unexpected() }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value() throws -> JSONValue {
        skipBlanks()
        guard place < bytes.count else { throw unexpected() }
        switch bytes[place] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try flag())
        default: return .number(try number())
        }
    }

    private mutating func object() throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        place += 1
        if take("}") { return members }
        repeat {
            skipBlanks()
            let name = try string()
            guard take(":") else { throw unexpected() }
            members[name] = try value()
        } while take(",")
        guard take("}") else { throw unexpected() }
        return members
    }

    private mutating func array() throws -> [JSONValue] {
        var values: [JSONValue] = []
        place += 1
        if take("]") { return values }
        repeat { values.append(try value()) } while take(",")
        guard take("]") else { throw unexpected() }
        return values
    }

    private mutating func flag() throws -> Bool {
        for (word, flag) in [("true", true), ("false", false)] where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return flag
        }
        throw unexpected()
    }

    private mutating func number() throws -> Int64 {
        let digits = bytes[place...].prefix { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { throw unexpected() }
        place += digits.count
        return number
    }

    private mutating func string() throws -> String {
        guard take("\"") else { throw unexpected() }
        var text: [UInt8] = []
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\") {
                text += try escaped().utf8
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        guard place < bytes.count else { throw unexpected() }
        place += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escaped() throws -> String {
        let simple: [UInt8: String] = [
            34: "\"", 47: "/", 92: "\\", 98: "\u{8}", 102: "\u{c}", 110: "\n", 114: "\r", 116: "\t",
        ]
        guard place + 1 < bytes.count else { throw unexpected() }
        if let text = simple[bytes[place + 1]] {
            place += 2
            return text
        }
        let digits = String(decoding: bytes[place...].dropFirst(2).prefix(4), as: UTF8.self)
        guard bytes[place + 1] == UInt8(ascii: "u"), let code = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(code)
        else { throw unexpected() }
        place += 6
        return String(Character(scalar))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\n") {
            place += 1
        }
    }

    private func unexpected() -> UnknownRecord { UnknownRecord("this is no JSON at byte \(place)") }
}
