import BranchingCore
import FoundationEssentials
import Logging

/// One log message.
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
            let isPlain =
                !value.isEmpty
                && value.unicodeScalars.allSatisfy {
                    VisibleText.isVisible($0) && $0 != " " && $0 != "\"" && $0 != "="
                }
            return " \(Self.escaped(name))=\(isPlain ? value : Self.quoted(value))"
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

    private static func quoted(_ text: String) -> String { "\"\(VisibleText.jsonString(text))\"" }

    private static func escaped(_ text: String) -> String { VisibleText.escaping(text, VisibleText.jsonEscape) }
}
