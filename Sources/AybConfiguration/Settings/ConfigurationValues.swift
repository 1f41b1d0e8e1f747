import BranchingCore

/// The effective values, each with its origin. Asking by the wrong type gives nil; the table of keys rules that out.
package struct ConfigurationValues: Sendable {
    private var values: [ConfigurationKey: (value: ConfigurationValue, origin: ConfigurationOrigin)] = [:]

    package init() {}

    /// Sets a value, replacing any before it.
    package mutating func set(_ key: ConfigurationKey, _ value: ConfigurationValue, from origin: ConfigurationOrigin) {
        values[key] = (value, origin)
    }

    /// The origin of a key's value.
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
