import BranchingCore
import Dispatch

/// Asks PostgreSQL whether it is there, once for all concurrent callers, and answers in time even if PostgreSQL does
/// not: a stopped one accepts connections, but says nothing.
actor StatusProbe {
    /// How long PostgreSQL may take before it counts as away.
    private let limit: Duration

    private var running: Task<String?, any Error>?

    init(limit: Duration) {
        self.limit = limit
    }

    /// PostgreSQL's version.
    ///
    /// - Throws: ``BranchError/unavailable(_:)`` if it does not answer in time.
    func version(from control: ControlDatabase) async throws -> String? {
        let question =
            running
            ?? Task {
                defer { running = nil }
                return try await control.run { handle in
                    try handle.query("SELECT pg_catalog.current_setting('server_version') AS version")
                        .first?.value("version", as: String.self)
                }
            }
        running = question
        let late = BranchError.unavailable(
            "PostgreSQL did not answer within \(limit.wholeSeconds) s. It is asked again at the next call.")
        let milliseconds = limit.wholeMilliseconds
        let once = OneAnswer<Result<String?, any Error>>()
        return try await once.wait { answer in
            Task { answer(await question.result) }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
                answer(.failure(late))
            }
        }.get()
    }
}
