public import ArgumentParser
public import BranchingCore

extension AccessRole: ExpressibleByArgument {}

extension SourceKind: ExpressibleByArgument {}

extension KeyID {
    /// Reads an id from the command line.
    ///
    /// - Throws: `ValidationError` for what cannot be one.
    static func argument(_ text: String) throws -> KeyID {
        guard text.wholeMatch(of: /key_[0-9A-Za-z]+/) != nil else {
            throw ValidationError("'\(text)' is not the id of a key: 'ayb key list' shows them.")
        }
        return KeyID(rawValue: text)
    }
}

extension AddressRange {
    /// Reads a range from the command line.
    ///
    /// - Throws: `ValidationError` for what is none.
    static func argument(_ text: String) throws -> AddressRange {
        guard let range = AddressRange(text) else {
            throw ValidationError(
                "'\(text)' is neither an address nor a range such as 10.0.0.0/8, which has no bits set beyond the prefix."
            )
        }
        return range
    }
}

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
