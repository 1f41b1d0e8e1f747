/// A value from the command line.
package struct ConfigurationFlag: Sendable {
    /// The key that it sets.
    package let key: ConfigurationKey
    /// The flag, such as `--port`.
    package let name: String
    /// The value as given.
    package let text: String

    /// A flag, or nil if it was not given.
    package init?(_ key: ConfigurationKey, _ name: String, _ text: String?) {
        guard let text else { return nil }
        self.key = key
        self.name = name
        self.text = text
    }
}
