import Logging
public import ServiceLifecycle

extension EmbeddedCluster: Service {
    /// Starts the cluster, starts it again whenever its postmaster dies, and stops it on graceful shutdown or
    /// cancellation.
    ///
    /// - Throws: ``ClusterError`` if the first start fails.
    public nonisolated func run() async throws {
        let outcome: Result<Void, any Error>
        do {
            try await cancelWhenGracefulShutdown { try await self.supervise() }
            outcome = .success(())
        } catch is CancellationError {
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        // In its own task, because a cancelled one could not wait for the server to end.
        await Task { await self.stop() }.value
        try outcome.get()
    }

    private func supervise() async throws {
        try await start()
        var delay = Self.firstDelay
        var restarted = ContinuousClock.now
        while true {
            try await Task.sleep(for: .milliseconds(500))
            if isRunning { continue }
            if ContinuousClock.now - restarted > .seconds(60) { delay = Self.firstDelay }
            logger.error(
                "The private PostgreSQL is gone and will be started again",
                metadata: ["after": "\(delay)", "log": .array(lastLogLines().map { .string($0) })])
            try await Task.sleep(for: delay)
            delay = min(delay * 2, Self.longestDelay)
            do {
                try await start()
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                logger.error("The private PostgreSQL could not be started again", metadata: ["error": "\(error)"])
            }
            restarted = .now
        }
    }

    private static let firstDelay = Duration.milliseconds(500)
    private static let longestDelay = Duration.seconds(30)
}
