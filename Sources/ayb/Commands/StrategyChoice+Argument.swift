public import ArgumentParser
public import BranchingCore

extension StrategyChoice: ExpressibleByArgument {
    /// Reads `auto` or the name of a strategy.
    public init?(argument: String) { self.init(rawValue: argument) }

    /// As shown in help.
    public var defaultValueDescription: String { rawValue }
}
