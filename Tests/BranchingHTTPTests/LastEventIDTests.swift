import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

struct LastEventIDTests {
    private let now = Date(timeIntervalSince1970: 1000)

    private func branch(at second: Double) throws -> Branch {
        Branch(
            id: .random(), name: try BranchName("a"), sourceDatabase: "app", branchDatabase: "b", status: .creating,
            createdAt: now, updatedAt: Date(timeIntervalSince1970: second),
            progress: BranchProgress(phase: .copying))
    }

    @Test(arguments: ["", "-1", "+1", " 1", "1.0", "1e3", "0x1", "١", "a", "12345678901234567890", "1, 2"])
    func `anything but an id is refused`(_ text: String) async throws {
        #expect(throws: BranchError.self) { try LastEventID(text) }
        let test = TestAPI()
        try await test.create("a")
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 < 0x80 }), text.first != " " else { return }
        let answer = try await test.send(.get, TestAPI.branches + "/a/events", headers: [.lastEventID: text])
        #expect(answer.status == .badRequest)
        #expect(try answer.problem.code == .invalidRequest)
    }

    @Test(
        arguments: [
            ("0", 0), ("000000001", 1), ("1000000000", 1_000_000_000), ("1059999999", 1_059_999_999),
            // More than a minute ahead, no event is known yet.
            ("1060000001", nil), ("9223372036854775807", nil), ("9223372036854775808", nil),
            ("9999999999999999999", nil),
        ] as [(String, Int64?)])
    func `an id beyond now is none`(_ text: String, _ known: Int64?) throws {
        #expect(try LastEventID(text).known(for: try branch(at: 900), at: now) == known)
    }

    @Test func `an id of the record itself is known, also where our clock is behind that of PostgreSQL`() throws {
        #expect(try LastEventID("5000000001").known(for: try branch(at: 5000), at: now) == 5_000_000_001)
    }

    @Test(arguments: [-1e300, -1e15, 1e15, 1e300, .infinity, -.infinity, .nan])
    func `no time of a record, and no id before it, is too large for the next`(_ second: Double) throws {
        for seen in [Int64.min, 0, .max - 1, .max] {
            var feed = BranchEventFeed(after: seen, heartbeat: .seconds(15), at: .now)
            _ = feed.handle(.found(try branch(at: 1)), at: .now)
            var ids: [Int64] = []
            for phase in [BranchPhase.copying, .indexing, .publishing] {
                var record = try branch(at: second)
                record.progress?.phase = phase
                if case .send(let event) = feed.handle(.found(record), at: .now) { ids.append(event.id) }
            }
            if case .send(let event) = feed.handle(.missing, at: .now) { ids.append(event.id) }
            #expect(ids == ids.sorted())
        }
    }

    @Test(arguments: ["9223372036854775807", "9999999999999999999"])
    func `the greatest ids do not end the server that makes a branch`(_ id: String) async throws {
        let test = TestAPI()
        await test.service.holdClones()
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
        async let answer = test.send(.get, TestAPI.branches + "/a/events", headers: [.lastEventID: id])
        let before = await test.service.reads
        _ = try await eventually { await test.service.reads >= before + 2 ? true : nil }
        await test.service.report(BranchProgress(phase: .copying, bytesDone: 1, bytesTotal: 2), of: try BranchName("a"))
        await test.service.releaseClones()
        let text = try await answer.text
        #expect(text.contains("event: phase") && text.contains("event: ready"))
    }
}
