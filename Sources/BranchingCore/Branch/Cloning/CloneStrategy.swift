/// How a clone is made.
public enum CloneStrategy: String, Sendable, Hashable, Codable, CaseIterable {
    /// `CREATE DATABASE … TEMPLATE`: the server copies files or blocks. Same cluster, no other session on the source.
    case template
    /// COPY from session to session, at one snapshot and in parallel: from a source that is in use, or elsewhere.
    case stream
    /// `pg_dump | psql`: works from anywhere.
    case dump
}

/// Which strategy a request asks for.
public enum StrategyChoice: Sendable, Hashable {
    /// The fastest that is possible.
    case auto
    /// This one or an error.
    case only(CloneStrategy)
}

extension StrategyChoice: RawRepresentable, CaseIterable, Codable {
    /// `auto` or the name of a strategy.
    public var rawValue: String {
        switch self {
        case .auto: "auto"
        case .only(let strategy): strategy.rawValue
        }
    }

    /// Reads `auto` or the name of a strategy.
    public init?(rawValue: String) {
        if rawValue == "auto" {
            self = .auto
        } else if let strategy = CloneStrategy(rawValue: rawValue) {
            self = .only(strategy)
        } else {
            return nil
        }
    }

    /// `auto` and each strategy.
    public static var allCases: [StrategyChoice] { [.auto] + CloneStrategy.allCases.map(Self.only) }
}
