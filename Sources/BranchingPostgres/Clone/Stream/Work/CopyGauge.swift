import Synchronization

/// How many bytes one piece of work has moved so far.
final class CopyGauge: Sendable {
    /// What it is expected to come to, in bytes of the source.
    let expected: Int64
    private let moved = Atomic<Int64>(0)

    init(expected: Int64) {
        self.expected = expected
    }

    func add(_ bytes: Int) { moved.add(Int64(bytes), ordering: .relaxed) }

    /// What counts as done. Rows are not as long on the wire as on disk, so it is never more than what is expected.
    var done: Int64 { min(moved.load(ordering: .relaxed), expected) }
}
