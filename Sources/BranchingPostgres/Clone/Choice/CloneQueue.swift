import BranchingCore

/// Lets a few clones of a cluster run at once, whichever servers make them; the others wait in order of arrival, and
/// their records say so.
struct CloneQueue: Sendable {
    let session: OperationSession
    /// How many may run at once.
    let places: Int

    private static let interval = Duration.milliseconds(150)

    /// Waits until the clone may run.
    ///
    /// - Throws: ``OperationError/fenced``, ``OperationError/interrupted``.
    func wait() async throws {
        var phase = BranchPhase.starting
        defer { if phase == .queued { ServiceMetrics.leftQueue() } }
        while true {
            let hasPlace = try await isNext()
            if hasPlace {
                try await session.apply(.advanced(to: .inspecting, by: session.token))
                return
            }
            if phase == .starting {
                phase = .queued
                ServiceMetrics.enteredQueue()
                try await session.apply(.advanced(to: phase, by: session.token))
            }
            do { try await Task.sleep(for: Self.interval) } catch { throw OperationError.interrupted }
        }
    }

    /// Whether the clones that run or came before this one leave a place free.
    private func isNext() async throws -> Bool {
        try await session.connection.run { [session, places] handle in
            let rows = try handle.query(
                """
                SELECT count(*) FILTER (WHERE operation < $1 OR phase NOT IN ('starting', 'queued')) AS ahead
                FROM ayb.branch
                WHERE status = 'creating' AND phase <> 'deleting' AND operation <> $1
                """, [.integer(session.token.rawValue)])
            return try rows.first.map { try $0.value("ahead", as: Int.self) < places } ?? true
        }
    }
}
