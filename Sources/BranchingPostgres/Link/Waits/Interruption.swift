import Synchronization

/// Tells a session that nobody wants its answer any more. Whatever it waits for ends soon then.
final class Interruption: Sendable {
    private let flag = Atomic(false)

    /// Whether it was raised.
    var isRaised: Bool { flag.load(ordering: .acquiring) }

    /// Raises it; may be called from anywhere, and again.
    func raise() { flag.store(true, ordering: .releasing) }

    /// Lets the session work for another call.
    func clear() { flag.store(false, ordering: .releasing) }

    /// What a wait ends with then.
    static let error = PostgresError(sqlState: .queryCanceled, message: "The operation was cancelled.")
}
