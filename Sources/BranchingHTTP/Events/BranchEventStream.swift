import BranchingCore
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Follows one branch by reading its record repeatedly, which works from any of several servers.
struct BranchEventStream: Sendable {
    let service: any BranchService
    let name: BranchName
    let pollInterval: Duration
    let heartbeat: Duration

    /// Writes events until the last one, or until the server stops.
    func run(from branch: Branch, after seen: Int64?, write: (ByteBuffer) async throws -> Void) async throws {
        let clock = ContinuousClock()
        var feed = BranchEventFeed(after: seen, heartbeat: heartbeat, at: clock.now)
        var observation = BranchEventFeed.Observation.found(branch)
        while true {
            switch feed.handle(observation, at: clock.now) {
            case .wait: break
            case .comment: try await write(ServerSentEvent.comment)
            case .end: return
            case .send(let event):
                try await write(try ServerSentEvent.encode(event))
                if event.isLast { return }
            }
            try await clock.sleep(for: pollInterval)
            if Task.isShuttingDownGracefully { return }
            observation = await observe()
        }
    }

    private func observe() async -> BranchEventFeed.Observation {
        do {
            return .found(try await service.branch(name))
        } catch .notFound {
            return .missing
        } catch {
            // PostgreSQL may be down: the connection stays, and the feed continues when it is back.
            return .unknown
        }
    }
}
