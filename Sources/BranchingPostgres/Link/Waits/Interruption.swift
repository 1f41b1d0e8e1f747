import Synchronization

/// Signals a session that nobody wants its answer any more. Whatever it waits for then ends soon.
package final class Interruption: Sendable {
    private let flag = Atomic(false)

    package init() {}

    /// Whether it was raised.
    var isRaised: Bool { flag.load(ordering: .acquiring) }

    /// Raises it; may be called from anywhere, and again.
    package func raise() { flag.store(true, ordering: .releasing) }

    /// Lets the session work for another call.
    package func clear() { flag.store(false, ordering: .releasing) }

    /// The error of a wait that it ends.
    package static let error = PostgresError(sqlState: .queryCanceled, message: "The operation was cancelled.")
}
