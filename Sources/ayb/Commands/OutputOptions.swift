import ArgumentParser

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "How results are printed: table or json.")
    var output: Output?
}
