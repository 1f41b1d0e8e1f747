import BranchingCore

/// Tells a branch's record how far its clone is, while the clone runs.
struct ProgressReport: Sendable {
    let session: OperationSession
    /// How far it is now.
    let progress: @Sendable () -> BranchProgress

    private static let interval = Duration.milliseconds(300)
    /// After how many intervals without progress the record is looked at: a clone that waits for a lock hears of a
    /// delete too.
    private static let quietIntervals = 3

    /// Runs the work.
    ///
    /// - Throws: what the work throws; ``OperationError/fenced`` as soon as another operation has the branch, and then the
    ///   work is cancelled.
    func during<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Result<Value, OperationError>
    ) async throws(OperationError) -> Value {
        let result = await withTaskGroup(of: Result<Value, OperationError>?.self) { group in
            group.addTask { await work() }
            group.addTask { await report().map { .failure($0) } }
            var result: Result<Value, OperationError>?
            for await outcome in group {
                // The first to end decides; the other is cancelled and waited for.
                if result == nil, let outcome { result = outcome }
                group.cancelAll()
            }
            return result ?? .failure(.interrupted)
        }
        return try result.get()
    }

    /// - Returns: what is wrong with the record; nil where the task was cancelled, because the work is done.
    private func report() async -> OperationError? {
        var reported: BranchProgress?
        var quiet = 0
        while true {
            do { try await Task.sleep(for: Self.interval) } catch { return nil }
            let current = progress()
            quiet = current == reported ? quiet + 1 : 0
            let isNews = current != reported
            guard isNews || quiet.isMultiple(of: Self.quietIntervals) else { continue }
            reported = current
            // Shielded: the session is needed for what comes after.
            let failure = await shielded { [session] () -> OperationError? in
                do throws(OperationError) {
                    try await isNews ? session.report(current) : session.confirm()
                } catch { return error }
                return nil
            }
            if let failure { return failure }
        }
    }
}
