import BranchingCore
import Logging
import Synchronization

/// One log line for each auditable action, done or refused.
final class AuditLog: Sendable {
    /// What can be done.
    enum Action: String {
        case create = "branch.create"
        case delete = "branch.delete"
        /// A password was given out.
        case password = "branch.password"
        case diff = "schema.diff"
        /// A wrong key was shown.
        case refusedKey = "key.refused"
    }

    /// What the action applies to.
    enum Subject {
        case branch(BranchName)
        case databases(from: String, to: String)
    }

    /// The most characters of a database name that are logged.
    private static let longestName = 300

    /// Anybody can show a wrong key: limited, so that nobody fills the disk.
    private let refusedKeys = Mutex(LineBudget(lines: 20, interval: .seconds(60)))

    /// Does something and logs the result.
    func recording<Value>(
        _ action: Action, _ subject: Subject, context: BranchRequestContext, change: () async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await change()
            write(action, subject, result: "ok", context: context)
            return value
        } catch {
            let code = (error as? BranchError).map { Problem($0).code } ?? .requestRefused
            write(action, subject, result: code.rawValue, context: context)
            throw error
        }
    }

    /// Logs that a wrong key was shown, and how many went unlogged since the last such line.
    func refusedKey(context: BranchRequestContext, at now: ContinuousClock.Instant = .now) {
        guard let withheld = refusedKeys.withLock({ $0.take(at: now) }) else { return }
        context.log.notice(
            "Audit",
            metadata: [
                "action": "\(Action.refusedKey.rawValue)", "result": "\(ProblemCode.unauthorized.rawValue)",
                "withheld": "\(withheld)", "remote": "\(context.remote)",
            ])
    }

    private func write(_ action: Action, _ subject: Subject, result: String, context: BranchRequestContext) {
        var metadata: Logger.Metadata = [
            "action": "\(action.rawValue)", "result": "\(result)", "key": "admin", "remote": "\(context.remote)",
        ]
        switch subject {
        case .branch(let name): metadata["branch"] = "\(name)"
        case .databases(let from, let to):
            metadata["from"] = "\(from.prefix(Self.longestName))"
            metadata["to"] = "\(to.prefix(Self.longestName))"
        }
        context.log.notice("Audit", metadata: metadata)
    }
}
