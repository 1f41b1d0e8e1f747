public import ArgumentParser
public import BranchingCore

extension BranchName {
    /// Reads a name from the command line.
    ///
    /// - Throws: `ValidationError` with the rule that the name breaks.
    static func argument(_ text: String) throws -> BranchName {
        do {
            return try BranchName(text)
        } catch {
            throw ValidationError(error.description)
        }
    }
}

extension BranchStatus: ExpressibleByArgument {}

extension StrategyChoice: ExpressibleByArgument {
    /// Reads `auto` or the name of a strategy.
    public init?(argument: String) { self.init(rawValue: argument) }

    /// As shown in help.
    public var defaultValueDescription: String { rawValue }
}
