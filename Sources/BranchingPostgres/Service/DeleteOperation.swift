import BranchingCore
import Logging

/// Deletes one branch whose deletion is recorded: what a create left, the branch database, and the record last.
struct DeleteOperation: Sendable {
    let session: OperationSession
    /// The record as it was before.
    let previous: BranchRecord
    let failPoint: FailPoint?
    let force: Bool
    let logger: Logger

    /// - Throws: If something prevents dropping the database; the branch is then as it was before.
    func run() async throws {
        do {
            try await delete()
        } catch {
            do {
                try await session.apply(.deletionBlocked(by: session.token)) {
                    if $0.lifecycle.status == .failed, $0.errorMessage == nil {
                        $0.errorMessage = "The create was stopped by a delete, which then could not be finished."
                    }
                }
            } catch {
                logger.warning(
                    "a delete is left to the reconciler", metadata: ["branch": "\(previous.name)", "why": "\(error)"])
            }
            await session.close()
            throw error
        }
        await session.close()
        failPoint?.pass(.deleteRemoved)
    }

    private func delete() async throws {
        let connection = session.connection
        let leftovers = try await connection.run { [session] handle in
            try TemporaryDatabase.all(of: session.branch, on: handle)
        }
        for temporary in leftovers {
            try await dropping(temporary.name) {
                try await DatabaseRemoval.remove(temporary, on: connection)
            }
        }
        failPoint?.pass(.deleteDropping)
        try await dropBranchDatabase()
        failPoint?.pass(.deleteDropped)
        try await LoginRemoval.disable(loginOf: session.branch, on: connection)
        do {
            // Nothing depends on the login any more, so both go in one transaction.
            try await session.apply(
                .deleted(by: session.token),
                alongside: { [session] handle in
                    try LoginRole(branch: session.branch).retire(on: handle)
                })
        } catch {
            throw BranchError(error, of: previous.name)
        }
    }

    private func dropBranchDatabase() async throws {
        // A create that was fenced has published nothing, so a database of that name is not this branch's.
        guard previous.lifecycle.status != .creating else { return }
        let (name, connection) = (previous.branchDatabase, session.connection)
        let found = try await connection.run { try BranchDatabase.find(name, on: $0) }
        guard let found else { return }
        guard found.isOf(previous) else {
            guard force || previous.lifecycle.status == .failed else {
                throw BranchError.databaseNotOurs(database: name)
            }
            return
        }
        var blockers = try await connection.run { try DropBlocker.all(of: name, on: $0) }
        if !force {
            blockers += try await connection.run { [branch = session.branch] handle in
                try LoginRecord.find(of: branch, on: handle).map { try DropBlocker.elsewhere(of: $0, on: handle) } ?? []
            }
        }
        guard blockers.isEmpty else { throw BranchError.blocked(previous.name, by: blockers) }
        try await dropping(name) {
            try await DatabaseRemoval.drop(name, on: connection)
        }
    }

    /// If sessions or locks keep the database from being dropped, throws an error that names their holders. A COMMENT
    /// in an open transaction holds such a lock, for example.
    private func dropping(_ database: String, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            let blockers = try await session.connection.run { handle in
                switch error.sqlState {
                case .some(.objectInUse): try DropBlocker.all(of: database, on: handle)
                case .some(.lockNotAvailable): try DropBlocker.holders(of: database, on: handle)
                default: [DropBlocker]()
                }
            }
            throw blockers.isEmpty ? error : BranchError.blocked(previous.name, by: blockers)
        }
    }
}
