import FoundationEssentials
import Glibc

/// The program of bench-list.sh, compiled into one module with BranchingCore.
@main
struct ListBenchmark {
    private static let records = 200
    private static let rounds = 9
    private static let lists = 200

    static func main() throws {
        let list = BranchList(branches: try (0..<records).map(branch))
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let encoded = {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .custom { date, encoder in
                var container = encoder.singleValueContainer()
                try container.encode(date.formatted(style))
            }
            return Array(try encoder.encode(list))
        }
        guard try encoded() == list.json() else { fatalError("The two do not write the same.") }
        var times: (encoder: [Double], hand: [Double]) = ([], [])
        for _ in 0..<rounds {
            times.encoder.append(try microseconds(encoded))
            times.hand.append(try microseconds(list.json))
        }
        let (encoder, hand) = (median(times.encoder), median(times.hand))
        print("| \(records) records as JSON, processor time of one | |")
        print("|---|---|")
        print("| `JSONEncoder`, dates by Foundation's style | \(rounded(encoder)) µs |")
        print("| by hand | \(rounded(hand)) µs, \(rounded(encoder / hand)) times as fast |")
    }

    private static func branch(_ number: Int) throws -> Branch {
        Branch(
            id: .random(), name: try BranchName("feature-\(number)"), sourceDatabase: "app",
            branchDatabase: "ayb_branch_feature_\(number)", status: .ready,
            createdAt: Date(timeIntervalSince1970: 1_795_000_000 + Double(number) * 1.234567),
            updatedAt: Date(timeIntervalSince1970: 1_795_000_001 + Double(number) * 1.234567), strategy: .template,
            strategyReason: "The source is in the same cluster, and no other session is on it.", sizeBytes: 7_959_727)
    }

    /// Processor time for one record.
    private static func microseconds(_ body: () throws -> [UInt8]) rethrows -> Double {
        var (start, end) = (timespec(), timespec())
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
        var bytes = 0
        for _ in 0..<lists { bytes += try body().count }
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
        guard bytes > 0 else { return 0 }
        let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
        return seconds * 1e6 / Double(lists * records)
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
