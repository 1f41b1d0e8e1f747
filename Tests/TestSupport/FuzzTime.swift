import FoundationEssentials

/// How long a test goes on with random inputs: `AYB_FUZZ_SECONDS`, or what it asks for.
package struct FuzzTime {
    /// So many rounds fit into any time: without them the test would show nothing.
    private static let leastRounds = 60
    private let end: ContinuousClock.Instant
    private var rounds = 0

    package init(seconds: Double) {
        let asked = ProcessInfo.processInfo.environment["AYB_FUZZ_SECONDS"].flatMap(Double.init)
        end = ContinuousClock.now + .seconds(asked ?? seconds)
    }

    /// Counts a round, if another one fits.
    package mutating func allowsRound() -> Bool {
        rounds += 1
        return rounds <= Self.leastRounds || ContinuousClock.now < end
    }
}
