import BranchingCore

/// The session of one operation on one branch: it holds the operation's advisory lock, and writes its records.
struct OperationSession: Sendable {
    let connection: PostgresConnection
    let branch: BranchID
    let token: FencingToken

    /// Lets the lifecycle decide about an event, and writes the decision in one transaction.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - change: What else changes in the record.
    ///   - alongside: What else belongs in the transaction, before the record is written.
    /// - Throws: ``OperationError/fenced`` if the event is no longer for the record.
    @discardableResult
    func apply(
        _ event: BranchLifecycle.Event,
        change: @escaping @Sendable (inout BranchRecord) -> Void = { _ in },
        alongside: @escaping @Sendable (borrowing ConnectionHandle) throws -> Void = { _ in }
    ) async throws -> BranchRecord {
        try await connection.run { [branch] handle in
            try handle.transaction { try Self.apply(event, to: branch, alongside: alongside, change: change, on: $0) }
        }
    }

    private static func apply(
        _ event: BranchLifecycle.Event, to branch: BranchID,
        alongside: (borrowing ConnectionHandle) throws -> Void, change: (inout BranchRecord) -> Void,
        on handle: borrowing ConnectionHandle
    ) throws -> BranchRecord {
        guard var record = try BranchRecord.find(branch, on: handle) else { throw OperationError.fenced }
        let previous = record.lifecycle.operation
        let action = record.lifecycle.handle(event)
        guard action != .stop else { throw OperationError.fenced }
        try alongside(handle)
        let isWritten: Bool
        if action == .remove {
            isWritten = try record.remove(by: previous, on: handle)
        } else {
            change(&record)
            isWritten = try record.save(replacing: previous, on: handle)
        }
        // Thrown inside the transaction, so what was done alongside is rolled back.
        guard isWritten else { throw OperationError.fenced }
        return record
    }

    /// Notes how far a clone is, and in which phase.
    ///
    /// - Throws: ``OperationError/fenced`` if another operation has the branch.
    func report(_ progress: BranchProgress) async throws {
        let changed = try await connection.run { [branch, token] handle in
            try handle.execute(
                """
                UPDATE ayb.branch
                SET phase = $3, bytes_done = $4, bytes_total = $5, tables_done = $6, tables_total = $7,
                    indexes_done = $8, indexes_total = $9, seconds_left = $10, updated_at = clock_timestamp(),
                    revision = DEFAULT
                WHERE id = $1 AND operation = $2 AND status = 'creating' AND phase <> 'deleting'
                """,
                [
                    .text(branch.rawValue), .integer(token.rawValue), .text(progress.phase.rawValue),
                    .integer(progress.bytesDone), .integer(progress.bytesTotal),
                    .integer(progress.tablesDone.map(Int64.init)), .integer(progress.tablesTotal.map(Int64.init)),
                    .integer(progress.indexesDone.map(Int64.init)),
                    .integer(progress.indexesTotal.map(Int64.init)),
                    .text(progress.secondsLeft.map { "\($0)" }),
                ])
        }
        if changed == 0 { throw OperationError.fenced }
    }

    /// Ensures that the branch is still this operation's, and is not to be deleted.
    ///
    /// - Throws: ``OperationError/fenced`` if it is not.
    func confirm() async throws {
        let found = try await connection.query(
            "SELECT FROM ayb.branch WHERE id = $1 AND operation = $2 AND status = 'creating' AND phase <> 'deleting'",
            [.text(branch.rawValue), .integer(token.rawValue)])
        if found.isEmpty { throw OperationError.fenced }
    }

    /// Ensures that a second session may work for the operation.
    ///
    /// Whoever fences an operation first writes a new number into the record, then ends the sessions that have the
    /// operation's name. So the fencer sees a session that finds the old number, and a session that comes too late to
    /// be seen finds the new one.
    ///
    /// - Parameter worker: a session on the control database that already has the operation's name.
    /// - Throws: ``OperationError/fenced`` if another operation has the branch.
    func admit(_ worker: PostgresConnection) async throws {
        let found = try await worker.query(
            "SELECT FROM ayb.branch WHERE id = $1 AND operation = $2",
            [.text(branch.rawValue), .integer(token.rawValue)])
        if found.isEmpty { throw OperationError.fenced }
    }

    /// Ends the session, which releases the lock.
    func close() async {
        await connection.close()
    }
}
