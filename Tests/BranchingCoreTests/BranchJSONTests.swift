import FoundationEssentials
import Testing

@testable import BranchingCore

/// The hand-written encoding equals that of `JSONEncoder` and Foundation's date style.
@Suite struct BranchJSONTests {
    private static let texts = [
        "app", "", "ä€😀", "\"\\/", "\u{0}\u{1}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{1F}\u{7F}\u{80}\u{9F}",
        "\u{2028}\u{2029}\u{202E}",
        "</script>", "e\u{301}", String(repeating: "long ", count: 100), "\u{FEFF}\u{FFFF}",
    ]

    private func record(_ random: inout some RandomNumberGenerator) throws -> Branch {
        func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
        func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
        let status = BranchStatus.allCases.randomElement(using: &random) ?? .ready
        return Branch(
            id: .random(using: &random), name: try BranchName("a-\(Int.random(in: 0...999, using: &random))"),
            sourceDatabase: text(), branchDatabase: text(), status: status,
            createdAt: Date(timeIntervalSince1970: .random(in: 0...4e9, using: &random)),
            updatedAt: Date(timeIntervalSince1970: .random(in: -1e11...1e12, using: &random)),
            errorCode: maybe(.cloneFailed), errorMessage: maybe(text()), strategy: maybe(.stream),
            strategyReason: maybe(text()), sizeBytes: maybe(.random(in: .min ... .max, using: &random)),
            progress: maybe(
                BranchProgress(
                    phase: .copying, bytesDone: .random(in: .min ... .max, using: &random), bytesTotal: 9,
                    secondsLeft: maybe(.random(in: 0...1e9, using: &random)))), owner: maybe(text()))
    }

    @Test func `a record is the same as the encoder writes it`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let branch = try record(&random)
            #expect(String(decoding: try branch.json(), as: UTF8.self) == encoded(branch))
        }
    }

    @Test(arguments: [0, 1, 3]) func `a list is the same as the encoder writes it`(_ count: Int) throws {
        var random = SystemRandomNumberGenerator()
        let list = BranchList(branches: try (0..<count).map { _ in try record(&random) })
        #expect(String(decoding: try list.json(), as: UTF8.self) == encoded(list))
    }

    @Test func `a date is the same as Foundation's style writes it`() {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        var random = SystemRandomNumberGenerator()
        let days = [
            0.0, 951_782_399, 951_782_400, 951_868_800, 4_107_542_400, 253_402_300_799.999, 253_402_300_800, -1, -1e12,
        ]
        let times =
            days + (0..<3000).map { _ in Double.random(in: 0...253_402_300_799, using: &random) }
            // Like PostgreSQL's: with microseconds.
            + (0..<3000).map { _ in Double(Int.random(in: 0...4_000_000_000_000_000, using: &random)) / 1_000_000 }
        for time in times {
            let date = Date(timeIntervalSince1970: time)
            #expect(RFC3339.text(date) == date.formatted(style), "\(time)")
        }
    }

    private func encoded(_ value: some Encodable) -> String? {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.formatted(style))
        }
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
}
