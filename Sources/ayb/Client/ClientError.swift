import BranchingCore

/// Why a command failed, and the process's exit status.
struct ClientError: Error, Sendable, Hashable {
    /// The exit status.
    let status: ExitStatus
    /// What failed, why, and what to do next; empty if there is nothing to say.
    let message: String
    /// What the server said, if it did.
    let problem: Problem?

    init(_ status: ExitStatus, _ message: String, problem: Problem? = nil) {
        self.status = status
        self.message = message
        self.problem = problem
    }

    /// An interrupt by the user or the system.
    static let interrupted = ClientError(.interrupted, "interrupted.")
}
