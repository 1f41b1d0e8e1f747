import CLibpq
import Dispatch

/// Cancels what a connection is doing, from any thread (manual section 34.7).
final class CancelToken: Sendable {
    // Sound: libpq promises that PQcancel can be called from any thread, and nothing changes the object after it is made.
    private nonisolated(unsafe) let cancel: OpaquePointer

    init?(of connection: OpaquePointer) {
        guard let cancel = PQgetCancel(connection) else { return nil }
        self.cancel = cancel
    }

    deinit {
        PQfreeCancel(cancel)
    }

    /// Asks the server to stop. PQcancel connects and so blocks: it runs on a queue of its own.
    func requestCancellation() {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            var message = [CChar](repeating: 0, count: 256)
            // Where the server cannot be reached any more there is nothing left to cancel, so the result does not matter.
            _ = PQcancel(cancel, &message, Int32(message.count))
        }
    }
}
