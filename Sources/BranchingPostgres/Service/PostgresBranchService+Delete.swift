public import BranchingCore
import Logging

extension PostgresBranchService {
    /// Deletes a branch and its database; goes on where the caller is cancelled.
    public func delete(_ name: BranchName, force: Bool) async throws(BranchError) {
        let control = try requireControl()
        let result = await shielded { [self] () -> Result<Void, BranchError> in
            do throws(BranchError) {
                return .success(try await delete(name, force: force, control: control))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        logger.info("branch deleted", metadata: ["branch": "\(name)"])
    }

    private func delete(_ name: BranchName, force: Bool, control: ControlDatabase) async throws(BranchError) {
        let connection = try await control.session(named: "ayb-starting")
        let start: Start
        do throws(BranchError) {
            start = try await begin(name, on: connection)
        } catch {
            await connection.close()
            throw error
        }
        switch start {
        case .taken(let session, let previous):
            configuration.failPoint?.pass(.deleteStarted)
            let operation = DeleteOperation(
                session: session, previous: previous, failPoint: configuration.failPoint, force: force, logger: logger)
            try await operation.run()
        case .missing:
            let dropped = force ? await OrphanRemoval(connection: connection).run(name) : .success(false)
            await connection.close()
            guard try dropped.get() else { throw .notFound(name) }
        }
    }

    private enum Start {
        /// The delete is ours; the record is as it was before.
        case taken(OperationSession, BranchRecord)
        case missing
    }

    /// How long a delete waits for another delete of the same branch.
    private static let patience = Duration.seconds(60)

    /// Fences whatever works on the branch. Where another delete does already, waits for its end.
    private func begin(_ name: BranchName, on connection: PostgresConnection) async throws(BranchError) -> Start {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            let attempt = try await connection.run { (handle) throws(BranchError) in
                try handle.transaction(
                    { (handle) throws(BranchError) in try DeletionAttempt.make(name, on: handle) },
                    mappingErrors: BranchError.init)
            }
            switch attempt {
            case .missing: return .missing
            case .taken(let token, let previous):
                return .taken(OperationSession(connection: connection, branch: previous.id, token: token), previous)
            case .busy(let who):
                guard ContinuousClock.now < deadline else {
                    throw .unavailable(
                        "Another delete of the branch '\(name)' has not ended in \(Self.patience). \(who)")
                }
                do { try await Task.sleep(for: .milliseconds(50)) } catch { throw .deleted(name) }
            }
        }
    }
}
