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
