import CLibpq
import Dispatch

/// Cancels what a connection is doing, from any thread (manual section 34.7).
final class CancelToken: Sendable {
    // Sound: libpq promises that PQcancel can be called from any thread, and nothing changes the object after it is made.
    private nonisolated(unsafe) let cancel: OpaquePointer
    /// PQcancel connects, and so blocks.
    private let queue = DispatchQueue(label: "ayb.postgres.cancel")

    init?(of connection: OpaquePointer) {
        guard let cancel = PQgetCancel(connection) else { return nil }
        self.cancel = cancel
    }

    deinit {
        PQfreeCancel(cancel)
    }

    /// Asks the server to stop.
    func requestCancellation() {
        queue.async { [self] in
            var message = [CChar](repeating: 0, count: 256)
            // Where the server cannot be reached any more there is nothing left to cancel, so the result does not matter.
            _ = PQcancel(cancel, &message, Int32(message.count))
        }
    }

    /// Waits until what was asked for has reached the server: a late cancellation would hit the next statement.
    func settle() async {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume() }
        }
    }
}
