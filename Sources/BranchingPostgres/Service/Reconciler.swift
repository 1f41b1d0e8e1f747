import BranchingCore
import Logging

/// Puts right what servers left that went away in the middle of something. Many may run at once, on many servers: each
/// takes over an operation by its advisory lock, which only one can hold.
struct Reconciler: Sendable {
    let control: ControlDatabase
    let configuration: PostgresBranchService.Configuration
    let running: RunningOperations
    let logger: Logger

    /// Looks around now, and again after each interval, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do throws(BranchError) {
                try await reconcile()
            } catch {
                logger.warning("reconciliation failed; it is tried again", metadata: ["why": "\(error)"])
            }
            do { try await Task.sleep(for: configuration.reconciliationInterval) } catch { return }
        }
    }

    /// Looks around once.
    func reconcile() async throws(BranchError) {
        let (unsettled, abandoned, missing) = try await control.run { (handle) throws(BranchError) in
            try BranchError.translating { () throws(PostgresError) in
                (
                    try BranchRecord.unsettled(on: handle), try TemporaryDatabase.abandoned(on: handle),
                    try BranchRecord.withoutDatabase(on: handle)
                )
            }
        }
        for record in unsettled where !running.isRunning(record.lifecycle.operation) {
            await attempt(record.branchDatabase) { () async throws(BranchError) in try await settle(record) }
        }
        running.forget(allBut: Set(unsettled.map(\.lifecycle.operation)))
        for temporary in abandoned {
            await attempt(temporary.name) { () async throws(BranchError) in try await remove(temporary) }
        }
        for record in missing {
            await attempt(record.branchDatabase) { () async throws(BranchError) in try await report(record) }
        }
    }

    /// What cannot be put right now does not keep the rest from it.
    private func attempt(_ database: String, _ body: () async throws(BranchError) -> Void) async {
        do throws(BranchError) {
            try await body()
        } catch {
            logger.warning(
                "a database is not put right yet; it is tried again",
                metadata: ["database": "\(database)", "why": "\(error)"])
        }
    }

    private func settle(_ record: BranchRecord) async throws(BranchError) {
        try await withSession { (connection) throws(BranchError) in
            guard let (session, takeover) = try await Takeover.attempt(record, on: connection) else { return }
            logger.notice(
                "an interrupted operation is taken over",
                metadata: ["branch": "\(record.name)", "phase": "\(record.lifecycle.phase?.rawValue ?? "none")"])
            switch takeover {
            case .finishDelete:
                // The user who asked for the delete is gone: what blocks it is logged, and the branch stays.
                do throws(BranchError) {
                    try await DeleteOperation(
                        session: session, previous: record, failPoint: configuration.failPoint, force: false,
                        logger: logger
                    ).run()
                } catch {
                    logger.warning(
                        "an interrupted delete cannot be finished",
                        metadata: ["branch": "\(record.name)", "why": "\(error)"])
                }
            case .abandonCreate: try await abandon(session, record)
            }
        }
    }

    private func abandon(_ session: OperationSession, _ record: BranchRecord) async throws(BranchError) {
        do throws(OperationError) {
            try await OperationError.translating { () async throws(PostgresError) in
                try await DatabaseRemoval.endSessions(of: record.lifecycle.operation, on: session.connection)
                let leftovers = try await session.connection.run { (handle) throws(PostgresError) in
                    try TemporaryDatabase.all(of: record.id, on: handle)
                }
                try await DatabaseRemoval.removeOrLeave(leftovers, on: session.connection, logger: logger)
            }
            let (code, message) =
                running.reason(record.lifecycle.operation) ?? (
                    .interrupted,
                    "The server that made the branch went away before it was done. Delete the branch and create it again."
                )
            try await session.apply(.failed(code, by: session.token)) { $0.errorMessage = message }
        } catch {
            throw error.branchError(for: record.name)
        }
    }

    private func remove(_ temporary: TemporaryDatabase) async throws(BranchError) {
        try await withSession { (connection) throws(BranchError) in
            let isOurs = try await connection.run { (handle) throws(BranchError) in
                try BranchError.translating { () throws(PostgresError) in try temporary.token.tryLock(on: handle) }
            }
            guard isOurs else { return }
            try await BranchError.translating { () async throws(PostgresError) in
                try await DatabaseRemoval.remove(temporary, on: connection)
            }
        }
    }

    private func report(_ record: BranchRecord) async throws(BranchError) {
        try await withSession { (connection) throws(BranchError) in
            let session = OperationSession(
                connection: connection, branch: record.id, token: record.lifecycle.operation)
            do throws(OperationError) {
                try await DatabaseRemoval.finishInterruptedDrop(of: record, on: connection)
                let message = try await OperationError.translating { () async throws(PostgresError) in
                    try await connection.run { (handle) throws(PostgresError) in
                        try record.missingDatabase(on: handle)
                    }
                }
                guard let message else { return }
                try await session.apply(.databaseMissing) { $0.errorMessage = message }
                logger.warning(
                    "the database of a branch is gone", metadata: ["branch": "\(record.name)", "why": "\(message)"])
            } catch {
                if case .fenced = error { return }
                throw error.branchError(for: record.name)
            }
        }
    }

    private func withSession(_ body: (PostgresConnection) async throws(BranchError) -> Void) async throws(BranchError) {
        let connection = try await control.session(named: "ayb-reconciler")
        do throws(BranchError) {
            try await body(connection)
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }
}
