import Synchronization

/// A wait that ends with the first answer; later ones are dropped.
package final class OneAnswer<Value: Sendable>: Sendable {
    private let continuation = Mutex<CheckedContinuation<Value, Never>?>(nil)

    package init() {}

    /// Waits for the first answer.
    ///
    /// - Parameter begin: called once, with what takes an answer, from anywhere and at any time.
    package func wait(_ begin: (@escaping @Sendable (Value) -> Void) -> Void) async -> Value {
        await withCheckedContinuation { waiting in
            continuation.withLock { $0 = waiting }
            begin { [self] value in
                let first = continuation.withLock { waiting in
                    defer { waiting = nil }
                    return waiting
                }
                first?.resume(returning: value)
            }
        }
    }
}
