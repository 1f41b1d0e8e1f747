import Synchronization

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
