import BranchingCore
import FoundationEssentials
import Testing

@testable import ayb

/// What a server should never answer: the client refuses it, or shows it, and goes on.
@Suite struct RandomAnswerTests {
    private static let numbers = [
        "0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "-1e308", "1e400",
        "0.5", "null",
    ]
    private static let dates = [
        "2026-01-31T12:00:00.000Z", "0000-00-00T00:00:00Z", "9999-12-31T23:59:60Z", "999999999999-01-01T00:00:00Z",
        "-292277022656-01-01T00:00:00Z", "2026-99-99T99:99:99.999999999Z", "1970-01-01T00:00:00.9999999999999999999Z",
        "", "T", "Z",
        "9223372036854775807-01-01T00:00:00Z", "2026-01-31T12:00:00+99:99", "2026-01-31T12:00:00.Z",
        "２０２６-01-31T12:00:00Z",
    ]

    @Test func `any record is refused or shown`() {
        for date in Self.dates {
            for number in Self.numbers {
                let json = """
                    {"id":"br_1","name":"a","source_database":"s","branch_database":"b","status":"creating","created_at":"\(date)",
                    "updated_at":"\(date)","size_bytes":\(number),"progress":{"phase":"copying","bytes_done":\(number),
                    "bytes_total":9,"tables_done":\(number),"tables_total":\(number),"seconds_left":\(number)}}
                    """
                guard let branch = try? APICoder.decoder().decode(Branch.self, from: Data(json.utf8)) else { continue }
                #expect(ProgressText.line(branch).contains("copying"))
                for format in [Output.table, .json] {
                    #expect(throws: Never.self) { try Renderer(format: format).text([branch], now: .distantFuture) }
                    #expect(throws: Never.self) { try Renderer(format: format).text(branch, now: .distantPast) }
                }
            }
        }
    }

    @Test func `any plan is refused or shown`() {
        for number in Self.numbers {
            let json = """
                {"strategy":"dump","reason":"r","source_database":"s","branch_database":"b","bytes":\(number),
                "estimated_seconds":\(number),"locks":[],"missing_extensions":[],"missing_roles":[]}
                """
            guard let plan = try? APICoder.decoder().decode(ClonePlan.self, from: Data(json.utf8)) else { continue }
            #expect(throws: Never.self) { try Renderer(format: .table).text(plan, now: .distantFuture) }
        }
    }
}
