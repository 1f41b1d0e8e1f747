import BranchingCore
import TestSupport
import Testing

/// Tries pairs in rounds, finds a round's failing pair, and reduces it as far as possible.
struct PropertyRun {
    let databases: PropertyDatabases
    let seeds: Range<UInt64>
    let version: TestedVersion

    private static let pairsInRound = 20
    private static let roundsWithoutDump = 25
    private static let mostFailures = 4
    private static let mostReductions = 250

    func run() async throws {
        var (round, failures) = (0, 0)
        var start = seeds.lowerBound
        while start < seeds.upperBound, failures < Self.mostFailures {
            let end = min(start + UInt64(Self.pairsInRound), seeds.upperBound)
            let pairs = (start..<end).map { SchemaPair(seed: $0, hasSQLBodies: version >= 14) }
            let comparesDumps = round % Self.roundsWithoutDump == 0
            if let failure = try await databases.failure(of: pairs, comparingDumps: comparesDumps) {
                failures += try await report(failure, of: pairs)
            }
            start = end
            round += 1
        }
    }

    /// - Returns: How many pairs of the round fail alone.
    private func report(_ failure: PropertyFailure, of pairs: [SchemaPair]) async throws -> Int {
        var count = 0
        for pair in pairs {
            guard let own = try await databases.failure(of: [pair], comparingDumps: true) else { continue }
            let (smallest, reason) = try await shrunk(pair, own)
            Issue.record(
                """
                The pair of AYB_PROPERTY_SEED=\(pair.seed) AYB_PROPERTY_COUNT=1 fails (\(reason.what)): \(reason.why)
                ---- from
                \(smallest.firstSQL);
                ---- to
                \(smallest.secondSQL);
                ---- migration
                \(reason.migration)
                """)
            count += 1
        }
        if count == 0 {
            Issue.record("Together only, the pairs from \(pairs[0].seed) on fail: \(failure.why)\n\(failure.migration)")
            count = 1
        }
        return count
    }

    private func shrunk(
        _ pair: SchemaPair, _ failure: PropertyFailure
    ) async throws -> (SchemaPair, PropertyFailure) {
        var (smallest, reason, tries) = (pair, failure, 0)
        var isSmaller = true
        while isSmaller {
            isSmaller = false
            for reduction in smallest.reductions {
                tries += 1
                guard tries < Self.mostReductions else { return (smallest, reason) }
                let found = try await databases.failure(
                    of: [reduction], comparingDumps: reason.what == .dumping)
                guard let found, found.what == reason.what else { continue }
                (smallest, reason, isSmaller) = (reduction, found, true)
                break
            }
        }
        return (smallest, reason)
    }
}
