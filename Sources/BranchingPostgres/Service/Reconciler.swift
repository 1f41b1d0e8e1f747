import BranchingCore
import Logging

/// Puts right what servers left unfinished when they went away. Many may run at once, on many servers: each takes over
/// an operation by its advisory lock, which only one can hold.
struct Reconciler: Sendable {
    let control: ControlDatabase
    let configuration: PostgresBranchService.Configuration
    let running: RunningOperations
    let logger: Logger

    /// Checks now, and again after each interval, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                try await reconcile()
            } catch {
                logger.warning("reconciliation failed; it is tried again", metadata: ["why": "\(BranchError(error))"])
            }
            do { try await Task.sleep(for: configuration.reconciliationInterval) } catch { return }
        }
    }

    /// Checks once.
    func reconcile() async throws {
        let (unsettled, abandoned, missing) = try await control.run { handle in
            (
                try BranchRecord.unsettled(on: handle), try TemporaryDatabase.abandoned(on: handle),
                try BranchRecord.withoutDatabase(on: handle)
            )
        }
        for record in unsettled where !running.isRunning(record.lifecycle.operation) {
            await attempt(record.branchDatabase, of: record.name) { try await settle(record, on: $0) }
        }
        running.forget(allBut: Set(unsettled.map(\.lifecycle.operation)))
        for temporary in abandoned {
            await attempt(temporary.name) { try await remove(temporary, on: $0) }
        }
        for record in missing {
            await attempt(record.branchDatabase, of: record.name) { try await report(record, on: $0) }
        }
        try await LoginRemoval(logger: logger).removeUnrecorded(in: control)
    }

    /// One failure does not keep the rest from being put right.
    private func attempt(
        _ database: String, of branch: BranchName? = nil, _ body: (PostgresConnection) async throws -> Void
    ) async {
        do {
            try await control.withSession(named: "ayb-reconciler", body)
        } catch {
            logger.warning(
                "a database is not put right yet; it is tried again",
                metadata: ["database": "\(database)", "why": "\(BranchError(error, of: branch))"])
        }
    }

    private func settle(_ record: BranchRecord, on connection: PostgresConnection) async throws {
        guard let (session, takeover) = try await Takeover.attempt(record, on: connection) else { return }
        logger.notice(
            "an interrupted operation is taken over",
            metadata: ["branch": "\(record.name)", "phase": "\(record.lifecycle.phase?.rawValue ?? "none")"])
        switch takeover {
        case .finishDelete:
            // The user who asked for the delete is gone: log what blocks it, and keep the branch.
            do {
                try await DeleteOperation(
                    session: session, previous: record, failPoint: configuration.failPoint, force: false,
                    logger: logger
                ).run()
                ServiceMetrics.reconciled(.deleteFinished)
            } catch {
                logger.warning(
                    "an interrupted delete cannot be finished",
                    metadata: ["branch": "\(record.name)", "why": "\(BranchError(error, of: record.name))"])
            }
        case .abandonCreate: try await abandon(session, record)
        }
    }

    private func abandon(_ session: OperationSession, _ record: BranchRecord) async throws {
        try await DatabaseRemoval.endSessions(of: record.lifecycle.operation, on: session.connection)
        let leftovers = try await session.connection.run { try TemporaryDatabase.all(of: record.id, on: $0) }
        try await DatabaseRemoval.removeOrLeave(leftovers, on: session.connection, logger: logger)
        let (code, message) =
            running.reason(record.lifecycle.operation) ?? (
                .interrupted,
                "The server that made the branch went away before it was done. Delete the branch and create it again."
            )
        try await session.fail(.failed(code, by: session.token), because: message)
        ServiceMetrics.reconciled(.createAbandoned)
    }

    private func remove(_ temporary: TemporaryDatabase, on connection: PostgresConnection) async throws {
        guard try await connection.run({ try temporary.token.tryLock(on: $0) }) else { return }
        try await DatabaseRemoval.remove(temporary, on: connection)
        ServiceMetrics.reconciled(.databaseRemoved)
    }

    private func report(_ record: BranchRecord, on connection: PostgresConnection) async throws {
        let session = OperationSession(connection: connection, branch: record.id, token: record.lifecycle.operation)
        do {
            try await DatabaseRemoval.finishInterruptedDrop(of: record, on: connection)
            guard let message = try await connection.run({ try record.missingDatabase(on: $0) }) else { return }
            if try await connection.run({ try LoginRole(branch: record.id).isUsed(on: $0) }) {
                // The database has another name, or was restored: the branch may be taken back, with its login.
                try await session.apply(.databaseMissing) { $0.errorMessage = message }
            } else {
                try await LoginRemoval.disable(loginOf: record.id, on: connection)
                try await session.fail(.databaseMissing, because: message)
            }
            ServiceMetrics.reconciled(.databaseMissing)
            logger.warning(
                "the database of a branch is gone", metadata: ["branch": "\(record.name)", "why": "\(message)"])
        } catch OperationError.fenced {
            return
        }
    }
}
