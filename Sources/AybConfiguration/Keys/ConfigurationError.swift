/// What is wrong with the configuration. Its text never holds a value that may be secret.
package struct ConfigurationError: Error, Sendable, Hashable {
    /// The file, variable or flag concerned.
    package let place: String
    /// The line in the file, from 1, if known.
    package let line: Int?
    /// What is wrong and what is allowed.
    package let reason: String

    package init(place: String, line: Int? = nil, reason: String) {
        self.place = place
        self.line = line
        self.reason = reason
    }

    /// A value that its key does not accept.
    static func refused(_ key: ConfigurationKey, place: String, line: Int? = nil) -> ConfigurationError {
        ConfigurationError(
            place: place, line: line,
            reason: "'\(key.rawValue)' has an invalid value; allowed is \(key.definition.kind.allowed)."
                + " (\(key.definition.purpose))")
    }
}

extension ConfigurationError: CustomStringConvertible {
    /// Where, and what.
    package var description: String { place + (line.map { ", line \($0)" } ?? "") + ": " + reason }
}
