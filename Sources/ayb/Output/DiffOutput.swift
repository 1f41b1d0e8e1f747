import ArgumentParser

/// How a comparison is printed.
enum DiffOutput: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: what changed, by kind.
    case table
    /// For programs: the whole report.
    case json
    /// The SQL and nothing else.
    case sql

    init(_ output: Output) {
        self =
            switch output {
            case .table: .table
            case .json: .json
            }
    }
}
