import ArgumentParser

/// How results are printed.
enum Output: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: aligned, sizes and ages rounded.
    case table
    /// For programs: everything, exactly.
    case json
}
