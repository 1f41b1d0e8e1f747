import BranchingCore
import FoundationEssentials
import NIOCore
import Testing

@testable import BranchingHTTP

struct BranchFeedLogTests {
    private let start = ContinuousClock().now
    private var log = BranchFeedLog()

    private func branch(
        _ name: String, _ status: BranchStatus = .ready, revision: Int64, bytes: Int64? = nil
    ) throws -> Branch {
        Branch(
            id: BranchID(rawValue: "br_" + name), name: try BranchName(name), sourceDatabase: "app",
            branchDatabase: "ayb_branch_" + name, status: status, createdAt: Date(timeIntervalSince1970: 1),
            updatedAt: Date(timeIntervalSince1970: Double(revision)),
            progress: bytes.map { BranchProgress(phase: .copying, bytesDone: $0) }, revision: revision)
    }

    private func removal(_ name: String, revision: Int64) throws -> RemovedBranch {
        RemovedBranch(id: BranchID(rawValue: "br_" + name), name: try BranchName(name), revision: revision)
    }

    private func changes(
        _ branches: [Branch], removed: [RemovedBranch] = [], isComplete: Bool = false, at revision: Int64,
        of log: Int64 = 7, oldest: Int64 = 0
    ) -> BranchChanges {
        BranchChanges(
            position: ChangePosition(log: log, revision: revision), oldest: oldest, isComplete: isComplete,
            branches: branches, removed: removed)
    }

    private func text(_ batch: BranchFeedLog.Batch?) -> FeedText {
        FeedText(batch.map { String(buffer: $0.buffer) } ?? "")
    }

    @Test mutating func `a client without an id gets everything, and then what comes`() throws {
        log.take(
            changes([try branch("a", revision: 1), try branch("b", revision: 2)], isComplete: true, at: 3), at: start)
        let first = try log.start(after: nil)
        #expect(try text(first).story == ["reset", "a", "b"])
        #expect(text(first).events.map(\.id) == ["0", "0", "7-3"])
        #expect(text(first).events.first?.data == #"{"branches":2}"#)
        #expect(try log.next(after: first.cursor) == nil)
        log.take(changes([try branch("c", revision: 3)], removed: [try removal("a", revision: 4)], at: 5), at: start)
        let second = try log.next(after: first.cursor)
        #expect(try text(second).story == ["-a", "c"])
        #expect(text(second).events.map(\.id) == ["7-3", "7-5"])
    }

    @Test mutating func `without branches there is a reset all the same`() throws {
        log.take(changes([], isComplete: true, at: 3), at: start)
        let first = try log.start(after: nil)
        #expect(text(first).events.map(\.data) == [#"{"branches":0}"#])
        #expect(text(first).lastID == "7-3")
    }

    @Test(arguments: ["7-3", "7-4"]) mutating func `a client continues from its id`(_ seen: String) throws {
        let all = [try branch("a", revision: 1), try branch("b", revision: 3), try branch("c", revision: 4)]
        log.take(changes(all, removed: [try removal("x", revision: 2)], isComplete: true, at: 5), at: start)
        let first = try log.start(after: ChangePosition(seen))
        #expect(try text(first).story == (seen == "7-3" ? ["b", "c"] : ["c"]))
        #expect(text(first).lastID == "7-5")
    }

    @Test(arguments: ["8-3", "7-99", "7-1", "0"]) mutating func `an id that is unknown or too old counts as none`(
        _ seen: String
    ) throws {
        log.take(changes([try branch("a", revision: 1)], isComplete: true, at: 5, oldest: 2), at: start)
        #expect(try text(try log.start(after: ChangePosition(seen))).story == ["reset", "a"])
    }

    @Test mutating func `a change that comes again is no event`() throws {
        let record = try branch("a", revision: 4)
        log.take(changes([record], isComplete: true, at: 4), at: start)
        let cursor = try log.start(after: nil).cursor
        log.take(changes([record], at: 4), at: start)
        #expect(try log.next(after: cursor) == nil)
    }

    @Test mutating func `a slow reader gets each branch once, as it is at last`() throws {
        log.take(changes([try branch("a", revision: 1)], isComplete: true, at: 2), at: start)
        let cursor = try log.start(after: nil).cursor
        for revision in Int64(2)...500 {
            let status = revision.isMultiple(of: 2) ? BranchStatus.ready : .failed
            log.take(changes([try branch("a", status, revision: revision)], at: revision + 1), at: start)
        }
        let next = text(try log.next(after: cursor))
        #expect(next.events.count == 1)
        #expect(next.events.first?.data.contains(#""status":"ready""#) == true)
        #expect(next.lastID == "7-501")
    }

    @Test mutating func `a reader that missed more removals than are remembered begins again`() throws {
        let all = try (0...BranchFeedLog.length).map { try branch("b\($0)", revision: 1) }
        log.take(changes(all + [try branch("z", revision: 1)], isComplete: true, at: 2), at: start)
        let cursor = try log.start(after: nil).cursor
        let removals = try (0...BranchFeedLog.length).map { try removal("b\($0)", revision: Int64($0 + 2)) }
        log.take(changes([], removed: removals, at: 5000), at: start)
        #expect(try text(try log.next(after: cursor)).story == ["reset", "z"])
        // Those that are forgotten do not come back with a complete answer.
        let after = try log.start(after: nil).cursor
        log.take(
            changes([try branch("z", revision: 1)], removed: removals, isComplete: true, at: 5000), at: start)
        #expect(try log.next(after: after) == nil)
    }

    @Test mutating func `progress is told once a second at most, and a step of a create at once`() throws {
        log.take(changes([try branch("a", .creating, revision: 1, bytes: 0)], isComplete: true, at: 2), at: start)
        let cursor = try log.start(after: nil).cursor
        log.take(changes([try branch("a", .creating, revision: 2, bytes: 5)], at: 3), at: start + .milliseconds(500))
        #expect(try log.next(after: cursor) == nil)
        // A client that comes in between is not told that it has what is held back.
        #expect(text(try log.start(after: nil)).lastID == "7-2")
        log.take(changes([], at: 9), at: start + .seconds(1))
        let progress = try #require(try log.next(after: cursor))
        #expect(text(progress).events.first?.data.contains(#""bytes_done":5"#) == true)
        #expect(text(progress).lastID == "7-9")
        log.take(changes([try branch("a", revision: 9)], at: 10), at: start + .milliseconds(1001))
        #expect(try text(try log.next(after: progress.cursor)).story == ["a"])
    }

    @Test mutating func `a record that vanished without a trace is removed`() throws {
        log.take(
            changes([try branch("a", revision: 1), try branch("b", revision: 1)], isComplete: true, at: 2), at: start)
        let cursor = try log.start(after: nil).cursor
        log.take(changes([try branch("b", revision: 1)], isComplete: true, at: 3), at: start)
        #expect(try text(try log.next(after: cursor)).story == ["-a"])
    }

    @Test mutating func `another control database begins everything again`() throws {
        log.take(changes([try branch("a", revision: 1)], isComplete: true, at: 2), at: start)
        let cursor = try log.start(after: nil).cursor
        log.take(changes([try branch("b", revision: 1)], isComplete: true, at: 2, of: 8), at: start)
        let next = text(try log.next(after: cursor))
        #expect(try next.story == ["reset", "b"])
        #expect(next.lastID == "8-2")
    }
}
