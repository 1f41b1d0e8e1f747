import AybConfiguration
import Glibc

/// A pipe that nothing is written to. However this process ends, the kernel closes our end, and the reader of the other
/// end notices.
final class Lifeline: Sendable {
    /// The end for the other process.
    let theirs: Int32
    private let ours: Int32

    init() throws(SystemFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemFailure("make a pipe") }
        // No other program started here may hold it open. Nothing here starts one meanwhile.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (theirs, ours) = (ends[0], ends[1])
    }

    deinit {
        close(theirs)
        close(ours)
    }
}
