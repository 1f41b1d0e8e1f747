import BranchingCore
import NIOCore
import ServiceLifecycle

/// One client that follows all branches.
struct BranchFeedStream: Sendable {
    let feed: BranchFeed
    /// What the client has already.
    let seen: ChangePosition?

    /// Writes events until the task is cancelled, or the server stops.
    func run(write: (ByteBuffer) async throws -> Void) async throws {
        let (id, signals) = await feed.subscribe()
        do {
            try await follow(signals, write: write)
        } catch {
            await feed.unsubscribe(id)
            throw error
        }
        await feed.unsubscribe(id)
    }

    private func follow(_ signals: AsyncStream<Void>, write: (ByteBuffer) async throws -> Void) async throws {
        let clock = ContinuousClock()
        var batch = try await feed.start(after: seen)
        // The first bytes tell the client that it is connected.
        if batch.buffer.readableBytes == 0 { batch.buffer = ServerSentEvent.comment }
        try await write(batch.buffer)
        var lastWrite = clock.now
        for await _ in signals.cancelOnGracefulShutdown() {
            if let next = try await feed.next(after: batch.cursor) {
                batch = next
                try await write(batch.buffer)
                lastWrite = clock.now
            } else if clock.now - lastWrite >= feed.patience {
                try await write(ServerSentEvent.comment)
                lastWrite = clock.now
            }
        }
    }
}
