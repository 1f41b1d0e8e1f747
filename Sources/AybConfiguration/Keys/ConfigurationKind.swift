import BranchingCore

/// What a configuration key accepts.
package enum ConfigurationKind: Sendable, Hashable {
    /// A text.
    case text(orEmpty: Bool)
    /// A text that is never shown.
    case secret
    /// A path; a relative one starts at its file's directory, or at the working directory.
    case path
    /// The name of a database: 1 to 63 bytes.
    case identifier
    /// A path of the server's URL for the dashboard.
    case dashboardPath
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// `true` or `false`.
    case flag
    /// One of these words.
    case choice([String])

    /// What is allowed, as the end of "allowed is …".
    package var allowed: String {
        switch self {
        case .text(orEmpty: true): "a text"
        case .text(orEmpty: false), .secret: "a text that is not empty"
        case .path: "a path that is not empty"
        case .identifier: "a name of 1 to 63 bytes"
        case .dashboardPath:
            "a path such as /admin: '/' and letters, digits, '-' or '_', up to four times, and not /api, /health, /livez, /readyz or /metrics"
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): "one of " + words.map { "'\($0)'" }.joined(separator: ", ")
        }
    }

    /// The value if it is allowed.
    ///
    /// - Parameter directory: the start of a relative path.
    func accept(_ value: ConfigurationValue, relativeTo directory: String) -> ConfigurationValue? {
        switch (self, value) {
        case (.text(let orEmpty), .text(let text)): orEmpty || !text.isEmpty ? value : nil
        case (.secret, .text(let text)): text.isEmpty ? nil : value
        case (.path, .text(let text)): text.isEmpty ? nil : .text(PathText.absolute(text, relativeTo: directory))
        case (.identifier, .text(let text)): (1...63).contains(text.utf8.count) ? value : nil
        case (.dashboardPath, .text(let text)): DashboardPath(text) == nil ? nil : value
        case (.number(let range), .number(let number)): range.contains(number) ? value : nil
        case (.flag, .flag): value
        case (.choice(let words), .text(let word)): words.contains(word) ? value : nil
        case (.text, _), (.secret, _), (.path, _), (.identifier, _), (.dashboardPath, _), (.number, _), (.flag, _),
            (.choice, _):
            nil
        }
    }

    /// Parses text from the environment or a flag.
    func parse(_ text: String) -> ConfigurationValue? {
        switch self {
        case .number: Int(text).map(ConfigurationValue.number)
        case .flag:
            switch text.lowercased() {
            case "true", "1", "yes", "on": .flag(true)
            case "false", "0", "no", "off": .flag(false)
            default: nil
            }
        case .text, .secret, .path, .identifier, .dashboardPath, .choice: .text(text)
        }
    }
}

/// A configuration value. It may be a secret, so it is never printed.
package enum ConfigurationValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
}
