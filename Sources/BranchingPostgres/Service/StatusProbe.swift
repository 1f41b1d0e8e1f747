import BranchingCore
import Dispatch

/// Asks PostgreSQL whether it is there, for all who want to know at the same time, and answers in time also where PostgreSQL
/// does not: a stopped one takes connections, and says nothing.
actor StatusProbe {
    /// How long PostgreSQL may take before it counts as away.
    private let limit: Duration

    private var running: Task<Result<String?, BranchError>, Never>?

    init(limit: Duration) {
        self.limit = limit
    }

    /// PostgreSQL's version.
    ///
    /// - Throws: ``BranchError/unavailable(_:)`` where it does not answer in time.
    func version(from control: ControlDatabase) async throws(BranchError) -> String? {
        let question =
            running
            ?? Task {
                let answer = await Self.ask(control)
                running = nil
                return answer
            }
        running = question
        let late = BranchError.unavailable(
            "PostgreSQL did not answer within \(limit.wholeSeconds) s. It is asked again at the next call.")
        let milliseconds = limit.wholeMilliseconds
        let once = OneAnswer<Result<String?, BranchError>>()
        return try await once.wait { answer in
            Task { answer(await question.value) }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
                answer(.failure(late))
            }
        }.get()
    }

    private static func ask(_ control: ControlDatabase) async -> Result<String?, BranchError> {
        do throws(BranchError) {
            return .success(
                try await control.run { (handle) throws(BranchError) in
                    try BranchError.translating { () throws(PostgresError) in
                        try handle.query("SELECT pg_catalog.current_setting('server_version') AS version")
                            .first?.value("version", as: String.self)
                    }
                })
        } catch {
            return .failure(error)
        }
    }
}
