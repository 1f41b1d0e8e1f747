import ArgumentParser

/// How results are printed.
enum Output: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: aligned, with rounded sizes and ages.
    case table
    /// For programs: everything, exactly.
    case json
}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "How results are printed: table or json.")
    var output: Output?
}
