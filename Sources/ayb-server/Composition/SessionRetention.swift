import BranchingCore
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Removes browsers' sessions and one-time codes that are over: at the start, and every ten minutes. What they allow ended
/// before, by the clock.
struct SessionRetention: Service {
    let store: any AccessStore
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isDone = await sweep()
                try? await Task.sleep(for: isDone ? .seconds(600) : .seconds(60))
            }
        }
    }

    private func sweep() async -> Bool {
        do {
            try await store.removeSessions(at: Date())
            return true
        } catch {
            logger.warning("old sessions were not removed", metadata: ["reason": "\(error)"])
            return false
        }
    }
}
