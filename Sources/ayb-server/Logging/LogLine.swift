import FoundationEssentials
import Logging

/// One message of the log.
struct LogLine {
    var time: Date
    var level: Logger.Level
    var label: String
    var message: String
    /// Names and values, in order.
    var fields: [(String, String)]

    private var timestamp: String { time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

    /// For people: time, level, message, `name=value` pairs.
    var text: String {
        let pairs = fields.map { name, value in
            let plain = !value.isEmpty && value.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" }
            return " \(name)=\(plain ? value : Self.quoted(value))"
        }
        return "\(timestamp) \(level.rawValue) \(Self.escaped(message))\(pairs.joined())"
    }

    /// A JSON object with `time`, `level`, `logger`, `message` and the fields.
    var json: String {
        let fixed = [("time", timestamp), ("level", level.rawValue), ("logger", label), ("message", message)]
        let reserved = Set(fixed.map(\.0))
        let all = fixed + fields.map { (reserved.contains($0.0) ? "field_\($0.0)" : $0.0, $0.1) }
        return "{" + all.map { "\(Self.quoted($0)):\(Self.quoted($1))" }.joined(separator: ",") + "}"
    }

    /// A JSON string (RFC 8259, section 7).
    private static func quoted(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default: result += escaped(scalar)
            }
        }
        return "\"\(result)\""
    }

    private static func escaped(_ text: String) -> String { text.unicodeScalars.map(escaped).joined() }

    /// Control characters, C1 ones too: a terminal acts on them.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        guard scalar.properties.generalCategory == .control else { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
