public import BranchingCore
import Logging

extension PostgresBranchService {
    /// Deletes a branch and its database; continues if the caller is cancelled.
    public func delete(_ name: BranchName, force: Bool, matching versions: [BranchVersion]?) async throws(BranchError) {
        try await BranchError.translating {
            let control = try requireControl()
            try await shielded { try await delete(name, force: force, matching: versions, control: control) }
        }
        logger.info("branch deleted", metadata: ["branch": "\(name)"])
    }

    private func delete(
        _ name: BranchName, force: Bool, matching versions: [BranchVersion]?, control: ControlDatabase
    ) async throws {
        let connection = try await control.session(named: "ayb-starting")
        switch try await connection.closingOnFailure(of: { try await begin(name, matching: versions, on: $0) }) {
        case .taken(let session, let previous):
            configuration.failPoint?.pass(.deleteStarted)
            let operation = DeleteOperation(
                session: session, previous: previous, failPoint: configuration.failPoint, force: force, logger: logger)
            try await operation.run()
        case .missing:
            let isDropped = try await connection.closing {
                force && versions == nil ? try await OrphanRemoval(connection: $0).run(name) : false
            }
            guard isDropped else { throw BranchError.notFound(name) }
        }
    }

    private enum Start {
        /// The delete is ours; the record is as it was before.
        case taken(OperationSession, BranchRecord)
        case missing
    }

    /// How long a delete waits for another delete of the same branch.
    private static let patience = Duration.seconds(60)

    /// Fences whatever works on the branch. If another delete already does so, waits for its end.
    private func begin(
        _ name: BranchName, matching versions: [BranchVersion]?, on connection: PostgresConnection
    ) async throws -> Start {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            let attempt = try await connection.run { handle in
                try handle.transaction { try DeletionAttempt.make(name, matching: versions, on: $0) }
            }
            switch attempt {
            case .missing: return .missing
            case .taken(let token, let previous):
                return .taken(OperationSession(connection: connection, branch: previous.id, token: token), previous)
            case .busy(let who):
                guard ContinuousClock.now < deadline else {
                    throw BranchError.unavailable(
                        "Another delete of the branch '\(name)' did not end within \(Self.patience). \(who)")
                }
                do { try await Task.sleep(for: .milliseconds(50)) } catch { throw BranchError.deleted(name) }
            }
        }
    }
}
