import BranchingCore
import Logging

/// One log line for each change that was asked for, whether it was made or refused.
struct AuditLog: Sendable {
    /// What can be changed.
    enum Action: String {
        case create = "branch.create"
        case delete = "branch.delete"
    }

    /// Does a change and writes down what became of it.
    func recording<Value>(
        _ action: Action, _ branch: BranchName, context: BranchRequestContext,
        change: () async throws(BranchError) -> Value
    ) async throws(BranchError) -> Value {
        do {
            let value = try await change()
            write(action, branch, result: "ok", context: context)
            return value
        } catch {
            write(action, branch, result: Problem(error).code.rawValue, context: context)
            throw error
        }
    }

    private func write(_ action: Action, _ branch: BranchName, result: String, context: BranchRequestContext) {
        context.log.notice(
            "Audit",
            metadata: [
                "action": "\(action.rawValue)", "branch": "\(branch)", "result": "\(result)", "key": "admin",
                "remote": "\(context.remote)",
            ])
    }
}
