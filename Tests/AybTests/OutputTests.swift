import BranchingCore
import FoundationEssentials
import Testing

@testable import ayb

@Suite struct OutputTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func branch(
        _ name: String, source: String = "app", status: BranchStatus = .ready, age: Double = 90, size: Int64? = nil,
        progress: BranchProgress? = nil, error: String? = nil
    ) throws -> Branch {
        Branch(
            id: BranchID(rawValue: "br_1"), name: try BranchName(name), sourceDatabase: source,
            branchDatabase: "ayb_branch_x", status: status, createdAt: now.addingTimeInterval(-age), updatedAt: now,
            errorMessage: error, strategy: status == .ready ? .template : nil, sizeBytes: size, progress: progress)
    }

    @Test func `a table is aligned, its sizes and ages are for people`() throws {
        let branches = [
            try branch("a", size: 7_699_999),
            try branch(
                "feature-auth", status: .creating, age: 3,
                progress: BranchProgress(phase: .copying, bytesDone: 30, bytesTotal: 100)),
            try branch("b", status: .failed, age: 200_000),
        ]
        #expect(
            try Renderer(format: .table).text(branches, now: now) == """
                NAME          STATUS                  SIZE    STRATEGY  SOURCE  AGE
                a             ready                   7.3 MB  template  app     1m
                feature-auth  creating (copying 30%)  -       -         app     3s
                b             failed                  -       -         app     2d
                """)
    }

    @Test func `JSON is exact and in the words of the API`() throws {
        let text = try Renderer(format: .json).text([try branch("a", size: 7_699_999)], now: now)
        let records = try APICoder.decoder().decode([Branch].self, from: Data(text.utf8))
        #expect(records == [try branch("a", size: 7_699_999)])
        #expect(text.contains("\"size_bytes\" : 7699999"))
        #expect(try Renderer(format: .json).text([Branch](), now: now).filter { !$0.isWhitespace } == "[]")
    }

    @Test(
        arguments: [
            (Int64.min, Int64.max), (.max, 1), (-1, 100), (.max, .max), (0, .min),
        ] as [(Int64, Int64)])
    func `progress that no server should tell is shown too`(done: Int64, total: Int64) throws {
        let progress = BranchProgress(
            phase: .copying, bytesDone: done, bytesTotal: total, tablesDone: .min, tablesTotal: .max, indexesDone: .max,
            indexesTotal: .min, secondsLeft: -.greatestFiniteMagnitude)
        let record = try branch("a", status: .creating, age: -1e300, progress: progress)
        #expect(ProgressText.line(record).contains("copying"))
        #expect(try Renderer(format: .table).text([record], now: now).contains("creating"))
        #expect(try Renderer(format: .table).text(record, now: now).contains("creating"))
    }

    @Test func `details leave out what is not there`() throws {
        let text = try Renderer(format: .table).text(try branch("a", status: .failed, error: "no space"), now: now)
        #expect(text.contains("Error:     no space"))
        #expect(!text.contains("Size"))
    }

    @Test func `what a terminal would obey is escaped in tables`() throws {
        let evil = "x\u{1B}[2J\r\n\u{202E}y\u{9B}"
        let text = try Renderer(format: .table).text([try branch("a", source: evil)], now: now)
        #expect(text.contains("x\\u{1b}[2J\\u{d}\\u{a}\\u{202e}y\\u{9b}"))
        #expect(text.split(separator: "\n").count == 2)
        let details = try Renderer(format: .table).text(try branch("a", error: evil), now: now)
        #expect(!details.contains("\u{1B}"))
    }

    @Test(
        arguments: [
            (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1.0 kB"), (10_188, "9.9 kB"), (10_240, "10 kB"),
            (1_048_575, "1.0 MB"), (1_048_576, "1.0 MB"), (791_674_880, "755 MB"), (5_368_709_120, "5.0 GB"),
            (Int64.max, "8192 PB"),
        ] as [(Int64, String)])
    func `a size is rounded`(bytes: Int64, text: String) { #expect(ByteCount.text(bytes) == text) }

    @Test(arguments: [
        (-5, "now"), (0.4, "now"), (59.9, "59s"), (60, "1m"), (3600, "1h"), (86_400, "1d"), (40_000_000, "1y"),
        (.infinity, "now"),
    ])
    func `an age is rounded`(seconds: Double, text: String) { #expect(Age.text(seconds: seconds) == text) }

    @Test func `the progress line has phase, part and bytes as far as they are known`() throws {
        let copying = BranchProgress(phase: .copying, bytesDone: 314_572_800, bytesTotal: 786_432_000)
        #expect(
            ProgressText.line(try branch("a", status: .creating, progress: copying))
                == "creating 'a': copying  [########------------]  40%  300 MB of 750 MB")
        let starting = BranchProgress(phase: .starting)
        #expect(ProgressText.line(try branch("a", status: .creating, progress: starting)) == "creating 'a': starting")
    }
}
