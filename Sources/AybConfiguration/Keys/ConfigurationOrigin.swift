/// The origin of a configuration value.
package enum ConfigurationOrigin: Sendable, Hashable {
    /// Nowhere: the default.
    case standard
    /// An ayb.toml.
    case file(ConfigurationFile.Identity)
    /// An environment variable.
    case environment(variable: String)
    /// A flag, such as `--port`.
    case flag(String)

    /// Higher wins: flag > environment > file > default.
    package var rank: Int {
        switch self {
        case .standard: 0
        case .file: 1
        case .environment: 2
        case .flag: 3
        }
    }
}

extension ConfigurationOrigin: CustomStringConvertible {
    /// Its name for people.
    package var description: String {
        switch self {
        case .standard: "the default"
        case .file(let file): file.path
        case .environment(let variable): variable
        case .flag(let name): name
        }
    }
}
