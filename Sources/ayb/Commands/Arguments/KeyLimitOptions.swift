import ArgumentParser
import BranchingCore

/// The limits of a key.
struct KeyLimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The prefix of its branches' names.", valueName: "prefix"))
    var namePrefix: String?

    @Option(help: ArgumentHelp("How many branches it may have at once.", valueName: "count"))
    var maxBranches: Int?

    @Option(
        help: ArgumentHelp(
            "What it may clone and compare: main, branches or url. Can be given several times.", valueName: "kind"))
    var source: [SourceKind] = []

    @Option(
        help: ArgumentHelp(
            "Where it may be used from, such as 10.0.0.0/8. Can be given several times.", valueName: "range"),
        transform: AddressRange.argument)
    var cidr: [AddressRange] = []

    /// The limits, where none is given those of others.
    func limits(over others: KeyLimits = KeyLimits()) -> KeyLimits {
        KeyLimits(
            namePrefix: namePrefix ?? others.namePrefix, maxBranches: maxBranches ?? others.maxBranches,
            sources: source.isEmpty ? others.sources : Set(source), cidrs: cidr.isEmpty ? others.cidrs : cidr)
    }

    /// Whether any is given.
    var areGiven: Bool { namePrefix != nil || maxBranches != nil || !source.isEmpty || !cidr.isEmpty }
}
