import BranchingCore
import FoundationEssentials
import Testing

@testable import BranchingHTTP

struct BranchEventFeedTests {
    let start = ContinuousClock().now

    private func feed(after seen: Int64? = nil) -> BranchEventFeed {
        BranchEventFeed(after: seen, heartbeat: .seconds(15), at: start)
    }

    private func branch(
        _ status: BranchStatus = .creating, at second: Double, phase: BranchPhase? = nil, bytes: Int64 = 0
    ) throws -> Branch {
        Branch(
            id: BranchID(rawValue: "br_1"), name: try BranchName("a"), sourceDatabase: "app",
            branchDatabase: "ayb_branch_a", status: status, createdAt: Date(timeIntervalSince1970: 1),
            updatedAt: Date(timeIntervalSince1970: second),
            progress: phase.map { BranchProgress(phase: $0, bytesDone: bytes, bytesTotal: 9) })
    }

    @Test func `a create is phases, progress, and ready`() throws {
        var feed = feed()
        let seen: [Branch] = [
            try branch(at: 1, phase: .starting), try branch(at: 2, phase: .copying),
            try branch(at: 3, phase: .copying, bytes: 4), try branch(at: 3, phase: .copying, bytes: 4),
            try branch(.ready, at: 4),
        ]
        let events = seen.compactMap { record -> BranchEventFeed.Event? in
            guard case .send(let event) = feed.handle(.found(record), at: start) else { return nil }
            return event
        }
        #expect(events.map(\.kind) == [.phase, .phase, .progress, .ready])
        #expect(events.map(\.id) == [1_000_000, 2_000_000, 3_000_000, 4_000_000])
        #expect(events.map(\.isLast) == [false, false, false, true])
        #expect(events.last?.branch == seen.last)
    }

    @Test func `ids grow also where the time of the record does not`() throws {
        var feed = feed()
        _ = feed.handle(.found(try branch(at: 5, phase: .starting)), at: start)
        guard case .send(let event) = feed.handle(.found(try branch(at: 5, phase: .copying)), at: start) else {
            Issue.record("There was no event")
            return
        }
        #expect(event.id == 5_000_001)
    }

    @Test(arguments: [(BranchStatus.ready, BranchEvent.ready), (.failed, .failed)])
    func `a branch that is done is one event`(_ status: BranchStatus, _ kind: BranchEvent) throws {
        var feed = feed()
        let record = try branch(status, at: 2)
        #expect(
            feed.handle(.found(record), at: start)
                == .send(BranchEventFeed.Event(kind: kind, id: 2_000_000, branch: record)))
    }

    @Test func `what the client has seen is not repeated`() throws {
        var feed = feed(after: 2_000_000)
        #expect(feed.handle(.found(try branch(at: 2, phase: .copying)), at: start) == .wait)
        let next = try branch(at: 3, phase: .copying, bytes: 1)
        #expect(
            feed.handle(.found(next), at: start)
                == .send(BranchEventFeed.Event(kind: .progress, id: 3_000_000, branch: next)))
    }

    @Test(arguments: [
        (BranchStatus.ready, 2_000_000, true), (.ready, 1_999_999, false), (.failed, 2_000_001, true),
        (.creating, 2_000_000, false),
    ])
    func `a client that has the last event has all`(_ status: BranchStatus, _ seen: Int64, _ isOver: Bool) throws {
        #expect(BranchEventFeed.isOver(try branch(status, at: 2), after: seen) == isOver)
    }

    @Test func `a branch that goes away is deleted, once it was seen`() throws {
        var feed = feed()
        #expect(feed.handle(.missing, at: start) == .end)
        let record = try branch(at: 2, phase: .copying)
        _ = feed.handle(.found(record), at: start)
        #expect(
            feed.handle(.missing, at: start)
                == .send(BranchEventFeed.Event(kind: .deleted, id: 2_000_001, branch: record)))
    }

    @Test func `another branch of the same name is not the one that is followed`() throws {
        var feed = feed()
        let record = try branch(at: 2, phase: .copying)
        _ = feed.handle(.found(record), at: start)
        var other = try branch(at: 3, phase: .starting)
        other.id = BranchID(rawValue: "br_2")
        guard case .send(let event) = feed.handle(.found(other), at: start) else {
            Issue.record("There was no event")
            return
        }
        #expect(event.kind == .deleted)
        #expect(event.branch == record)
    }

    @Test func `a comment breaks the silence, even if there is nothing to report`() throws {
        var feed = feed()
        let record = try branch(at: 2, phase: .copying)
        _ = feed.handle(.found(record), at: start)
        #expect(feed.handle(.found(record), at: start + .seconds(14)) == .wait)
        #expect(feed.handle(.found(record), at: start + .seconds(15)) == .comment)
        #expect(feed.handle(.unknown, at: start + .seconds(29)) == .wait)
        #expect(feed.handle(.unknown, at: start + .seconds(30)) == .comment)
    }
}
