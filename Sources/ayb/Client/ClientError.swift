import BranchingCore

/// Why a command did not do what was asked, and how the process ends for it.
struct ClientError: Error, Sendable, Hashable {
    /// How the process ends.
    let status: ExitStatus
    /// What failed, why, and what to do next; empty where there is nothing to say.
    let message: String
    /// What the server said, where it did.
    let problem: Problem?

    init(_ status: ExitStatus, _ message: String, problem: Problem? = nil) {
        self.status = status
        self.message = message
        self.problem = problem
    }

    /// An interrupt by the user or the system.
    static let interrupted = ClientError(.interrupted, "interrupted.")
}
