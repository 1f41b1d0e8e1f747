import BranchingCore

/// The values that hold, each with its origin. What is asked for by the wrong type is nil, which the table of keys rules out.
package struct ConfigurationValues: Sendable {
    private var values: [ConfigurationKey: (value: ConfigurationValue, origin: ConfigurationOrigin)] = [:]

    package init() {}

    /// Sets a value over what was there.
    package mutating func set(_ key: ConfigurationKey, _ value: ConfigurationValue, from origin: ConfigurationOrigin) {
        values[key] = (value, origin)
    }

    /// Where the value of a key came from.
    package func origin(_ key: ConfigurationKey) -> ConfigurationOrigin { values[key]?.origin ?? .standard }

    func text(_ key: ConfigurationKey) -> String? {
        if case .text(let text) = values[key]?.value { text } else { nil }
    }

    func secret(_ key: ConfigurationKey) -> Secret? { text(key).map(Secret.init) }

    func number(_ key: ConfigurationKey) -> Int {
        if case .number(let number) = values[key]?.value { number } else { 0 }
    }

    func flag(_ key: ConfigurationKey) -> Bool {
        if case .flag(let flag) = values[key]?.value { flag } else { false }
    }
}
