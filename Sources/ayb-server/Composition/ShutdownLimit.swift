import Glibc
import Logging
import ServiceLifecycle

/// Ends the process if a stop takes too long, whatever still runs: a lock, a server that does not answer, a full queue.
/// The reconciler of the next server cleans up what is left.
///
/// A dedicated thread waits: the pools' threads may be the ones that are stuck.
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
            // Then the kernel ends the process.
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
