import BranchingCore
import Synchronization

/// Counts what a clone has done, for all of its workers.
final class CloneMeter: Sendable {
    private struct State {
        var finished = BranchProgress(phase: .copying)
        var running: [CopyGauge] = []
        var indexWorkDone = 0.0
        var indexWorkTotal = 0.0
        var start = ContinuousClock.now
    }

    private let state = Mutex(State())

    /// The cost of an index relative to copying its table.
    static let indexShare = 0.25

    /// Sets the total work, and starts the clock.
    func begin(bytes: Int64, tables: Int, indexes: Int, indexWork: Double) {
        state.withLock { state in
            state.finished.bytesTotal = bytes
            state.finished.tablesTotal = tables
            state.finished.indexesTotal = indexes
            (state.finished.bytesDone, state.finished.tablesDone, state.finished.indexesDone) = (0, 0, 0)
            state.indexWorkTotal = indexWork
            state.start = .now
        }
    }

    func enter(_ phase: BranchPhase) { state.withLock { $0.finished.phase = phase } }

    /// Rows begin to move.
    func began(_ gauge: CopyGauge) { state.withLock { $0.running.append(gauge) } }

    /// All rows of a piece of work are in, and with them whole tables.
    func ended(_ gauge: CopyGauge, tables: Int) {
        state.withLock { state in
            state.running.removeAll { $0 === gauge }
            state.finished.bytesDone = state.finished.bytesDone.addingSaturated(gauge.expected)
            state.finished.tablesDone = (state.finished.tablesDone ?? 0) + tables
        }
    }

    /// Indexes are built.
    func built(_ indexes: Int, work: Double) {
        state.withLock { state in
            state.finished.indexesDone = (state.finished.indexesDone ?? 0) + indexes
            state.indexWorkDone += work
        }
    }

    /// How far it is.
    func progress(at now: ContinuousClock.Instant = .now) -> BranchProgress {
        state.withLock { state in
            var progress = state.finished
            progress.bytesDone = state.running.reduce(progress.bytesDone) { $0.addingSaturated($1.done) }
            let all = Double(progress.bytesTotal) + state.indexWorkTotal
            let done = Double(progress.bytesDone) + state.indexWorkDone
            // The first moments do not show the speed.
            let elapsed = state.start.duration(to: now) / .seconds(1)
            guard all > 0, done / all > 0.02, elapsed > 0.5 else { return progress }
            progress.secondsLeft = (elapsed * (all - done) / done).rounded(.up)
            return progress
        }
    }
}

/// How many bytes one piece of work has moved so far.
final class CopyGauge: Sendable {
    /// The expected total, in bytes of the source.
    let expected: Int64
    private let moved = Atomic<Int64>(0)

    init(expected: Int64) {
        self.expected = expected
    }

    func add(_ bytes: Int) { moved.add(Int64(bytes), ordering: .relaxed) }

    /// What counts as done, at most the expected total: rows differ in length on the wire and on disk.
    var done: Int64 { min(moved.load(ordering: .relaxed), expected) }
}
