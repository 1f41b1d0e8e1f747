import DumpText
import PostgresTools
import Testing

@testable import BranchingPostgres

@Suite struct DumpVerdictTests {
    private let good = ToolOutcome.ended(.code(0), message: "")
    private let brokenPipe = ToolOutcome.ended(.signal(13), message: "")
    private func bad(_ message: String) -> ToolOutcome { .ended(.code(1), message: message) }

    @Test func `all three parts have to come through`() {
        var verdict = DumpVerdict()
        #expect(verdict.relayEnded(.sourceEnded) == .wait)
        #expect(verdict.dumpEnded(good) == .wait)
        #expect(verdict.conclusion != nil)
        #expect(verdict.restoreEnded(good, afterSource: true) == .wait)
        #expect(verdict.conclusion == nil)
    }

    @Test func `half a dump is a failure, though psql takes it for a whole one`() {
        var verdict = DumpVerdict()
        #expect(verdict.relayEnded(.sourceEnded) == .wait)
        #expect(verdict.restoreEnded(good, afterSource: true) == .wait)
        #expect(verdict.dumpEnded(bad("lost")) == .stop)
        #expect(verdict.conclusion == .sourceFailed(exit: .code(1), message: "lost"))
    }

    @Test func `psql that stumbles over half a statement is not the cause`() {
        var verdict = DumpVerdict()
        #expect(verdict.relayEnded(.sourceEnded) == .wait)
        #expect(verdict.restoreEnded(bad("syntax error"), afterSource: true) == .wait)
        #expect(verdict.dumpEnded(bad("lost")) == .stop)
        #expect(verdict.conclusion == .sourceFailed(exit: .code(1), message: "lost"))
    }

    @Test func `pg_dump that dies of a broken pipe is not the cause`() {
        var verdict = DumpVerdict()
        #expect(verdict.relayEnded(.targetClosed) == .wait)
        #expect(verdict.dumpEnded(brokenPipe) == .wait)
        #expect(verdict.restoreEnded(bad("no such role"), afterSource: false) == .stop)
        #expect(verdict.conclusion == .targetFailed(exit: .code(1), message: "no such role"))
    }

    @Test func `a pg_dump that was ended because psql failed is not the cause`() {
        var verdict = DumpVerdict()
        #expect(verdict.restoreEnded(bad("no such role"), afterSource: false) == .stop)
        #expect(verdict.dumpEnded(.ended(.signal(15), message: "")) == .stop)
        #expect(verdict.relayEnded(.stopped) == .wait)
        #expect(verdict.conclusion == .targetFailed(exit: .code(1), message: "no such role"))
    }

    @Test func `psql may fail at the very end`() {
        var verdict = DumpVerdict()
        #expect(verdict.dumpEnded(good) == .wait)
        #expect(verdict.relayEnded(.sourceEnded) == .wait)
        #expect(verdict.restoreEnded(bad("late"), afterSource: true) == .stop)
        #expect(verdict.conclusion == .targetFailed(exit: .code(1), message: "late"))
    }

    @Test func `psql that ends early failed, whatever it says`() {
        var verdict = DumpVerdict()
        #expect(verdict.relayEnded(.targetClosed) == .wait)
        #expect(verdict.restoreEnded(good, afterSource: false) == .stop)
        #expect(verdict.conclusion == .targetFailed(exit: .code(0), message: "it ended before the dump did"))
    }

    @Test func `a broken pipe that psql did not cause is pg_dump's failure`() {
        var verdict = DumpVerdict()
        #expect(verdict.dumpEnded(brokenPipe) == .wait)
        #expect(verdict.relayEnded(.sourceEnded) == .wait)
        #expect(verdict.restoreEnded(good, afterSource: true) == .wait)
        #expect(verdict.conclusion == .sourceFailed(exit: .signal(13), message: ""))
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]], [true, false])
    func `a refusal is the cause in whatever order the parts end`(order: [Int], psqlSucceeds: Bool) {
        let refusal = DumpRefusal.unsafe("a line begins with a backslash")
        let psql = psqlSucceeds ? good : bad("syntax error at end of input")
        var verdict = DumpVerdict()
        for part in order {
            switch part {
            case 0: _ = verdict.relayEnded(.refused(refusal))
            case 1: _ = verdict.restoreEnded(psql, afterSource: false)
            default: _ = verdict.dumpEnded(brokenPipe)
            }
        }
        #expect(verdict.conclusion == ToolError(refusal))
    }

    @Test func `a missing program is the cause of all that follows`() {
        var verdict = DumpVerdict()
        #expect(verdict.restoreEnded(.notStarted(.toolMissing(path: "psql")), afterSource: false) == .stop)
        #expect(verdict.dumpEnded(brokenPipe) == .wait)
        #expect(verdict.conclusion == .toolMissing(path: "psql"))
    }
}
