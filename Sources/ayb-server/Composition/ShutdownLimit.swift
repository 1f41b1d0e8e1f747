import Glibc
import Logging
import ServiceLifecycle

/// Ends the process where a stop takes longer than it may, whatever still runs: a lock, a server that does not answer, a
/// full queue. What is left then is put right by the reconciler of the next server.
///
/// A thread of its own waits: those of the pools may be what does not come free.
struct ShutdownLimit: Service {
    /// How long running work may take, in seconds (`server.shutdown_timeout`).
    let seconds: Int
    let logger: Logger

    /// For work that was cancelled when its time was over.
    private static let grace = 3

    func run() async throws {
        try await gracefulShutdown()
        let box = Unmanaged.passRetained(Box(seconds: UInt32(seconds + Self.grace), logger: logger))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let box = Unmanaged<Box>.fromOpaque(argument).takeRetainedValue()
                var left = box.seconds
                while left > 0 { left = sleep(left) }
                box.logger.critical(
                    "the stop took longer than server.shutdown_timeout: the process ends, and what it was doing is put right at the next start"
                )
                _exit(1)
            }, box.toOpaque())
        if status != 0 {
            box.release()
            // The kernel ends the process then.
            alarm(UInt32(seconds + Self.grace))
        }
    }

    private final class Box: Sendable {
        let seconds: UInt32
        let logger: Logger

        init(seconds: UInt32, logger: Logger) {
            self.seconds = seconds
            self.logger = logger
        }
    }
}
