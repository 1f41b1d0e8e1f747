import CLibpq
import Dispatch
import Synchronization

/// Cancels what a connection is doing, from any thread (manual section 34.7).
package final class CancelToken: Sendable {
    // Sound: libpq promises that any thread can call PQcancel, and nothing changes the object once made.
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

    /// libpq 15's PQcancel waits for a server without limit, and holds a thread meanwhile; this caps the threads that
    /// unresponsive servers can hold.
    private static let most = 32
    private static let underWay = Atomic(0)

    /// Asks the server to stop.
    package func requestCancellation() {
        guard Self.underWay.wrappingAdd(1, ordering: .relaxed).newValue <= Self.most else {
            Self.underWay.wrappingSubtract(1, ordering: .relaxed)
            return
        }
        queue.async { [self] in
            var message = [CChar](repeating: 0, count: 256)
            // If the server is unreachable there is nothing left to cancel, so the result does not matter.
            _ = PQcancel(cancel, &message, Int32(message.count))
            Self.underWay.wrappingSubtract(1, ordering: .relaxed)
        }
    }

    /// Waits until the request has reached the server: a late cancellation would hit the next statement.
    ///
    /// - Parameter limit: the longest wait.
    func waitUntilSent(within limit: Duration) {
        let sent = DispatchSemaphore(value: 0)
        queue.async { sent.signal() }
        _ = sent.wait(timeout: .now() + .milliseconds(limit.wholeMilliseconds))
    }

    /// Waits until the request has reached the server, or a while.
    func settle() async {
        let once = OneAnswer<Void>()
        await once.wait { answer in
            queue.async { answer(()) }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(StatementWait.grace.wholeMilliseconds)) {
                answer(())
            }
        }
    }
}
