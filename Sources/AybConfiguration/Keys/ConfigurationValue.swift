/// A configuration value. It may be a secret, so it is never printed.
package enum ConfigurationValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
}
