import BranchingCore

/// Updates a branch's record with the clone's progress while it runs.
struct ProgressReport: Sendable {
    let session: OperationSession
    /// The progress so far.
    let progress: @Sendable () -> BranchProgress

    private static let interval = Duration.milliseconds(300)
    /// Intervals without progress until the record is read: a clone that waits for a lock notices a delete too.
    private static let quietIntervals = 3

    /// Runs the work.
    ///
    /// - Throws: what the work throws; ``OperationError/fenced`` as soon as another operation has the branch, after
    ///   which the work is cancelled.
    func during<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await report()
                return nil
            }
            // The first to end decides; the other is cancelled and waited for.
            while let outcome = try await group.next() {
                group.cancelAll()
                if let outcome { return outcome }
            }
            throw OperationError.interrupted
        }
    }

    /// Returns when the task is cancelled, because the work is done.
    ///
    /// - Throws: what is wrong with the record.
    private func report() async throws {
        var reported: BranchProgress?
        var quiet = 0
        while true {
            do { try await Task.sleep(for: Self.interval) } catch { return }
            let current = progress()
            let isNews = current != reported
            quiet = isNews ? 0 : quiet + 1
            guard isNews || quiet.isMultiple(of: Self.quietIntervals) else { continue }
            reported = current
            // Shielded: the session is needed for what comes after.
            try await shielded { [session] in
                try await isNews ? session.report(current) : session.confirm()
            }
        }
    }
}
