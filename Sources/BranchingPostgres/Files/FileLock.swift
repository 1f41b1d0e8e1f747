import Glibc

/// A lock between processes on an open file (flock(2)).
///
/// It belongs to the open file, not to the process: it ends when the last descriptor of the file is closed, however its
/// holders end.
package enum FileLock: Sendable {
    /// One holder at a time.
    case exclusive
    /// Any number of holders, unless somebody holds it exclusively.
    case shared

    /// Takes the lock unless another open file has it.
    ///
    /// - Returns: Whether it is taken; `errno` says why not.
    package func tryAcquire(_ descriptor: Int32) -> Bool { flock(descriptor, operation | LOCK_NB) == 0 }

    /// Takes the lock when its holders release it.
    ///
    /// - Returns: Whether it is taken; `errno` says why not, and is `EINTR` after a signal.
    package func acquire(_ descriptor: Int32) -> Bool { flock(descriptor, operation) == 0 }

    private var operation: Int32 {
        switch self {
        case .exclusive: LOCK_EX
        case .shared: LOCK_SH
        }
    }
}
