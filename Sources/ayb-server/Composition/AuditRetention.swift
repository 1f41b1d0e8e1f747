import BranchingCore
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Removes lines of the audit trail that are too old: at the start, and once an hour.
struct AuditRetention: Service {
    let store: any AccessStore
    /// How many days lines are kept.
    let days: Int
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isDone = await sweep()
                try? await Task.sleep(for: isDone ? .seconds(3600) : .seconds(60))
            }
        }
    }

    private func sweep() async -> Bool {
        do {
            try await store.removeAudit(before: Date() - TimeInterval(days) * 86_400)
            return true
        } catch {
            logger.warning("old lines of the audit trail were not removed", metadata: ["reason": "\(error)"])
            return false
        }
    }
}
