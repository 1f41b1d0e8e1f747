import BranchingCore
import Logging
import SQLText

/// The end of a create: the temporary database becomes the branch's.
struct BranchPublication: Sendable {
    let session: OperationSession
    /// The temporary database.
    let target: String
    /// The name that it gets.
    let final: String
    let logger: Logger

    /// How long to wait for sessions still on the database. Each try itself waits five seconds.
    private static let patience = Duration.seconds(20)

    /// Ends what is on the database, and lets nobody in: a database with sessions cannot be renamed.
    ///
    /// - Parameter worker: A session on another database.
    func close(on worker: PostgresConnection) async throws {
        let left = try await UnpublishedDatabase(name: target).close(on: worker)
        if !left.isEmpty {
            logger.notice(
                "the new database is in use", metadata: ["by": "\(left.map(\.description).joined(separator: "; "))"])
        }
    }

    /// In one transaction, gives the database its final name and comment, opens it, and writes its `ready` record.
    ///
    /// - Parameter login: The branch's login, if it has one.
    /// - Returns: The record as it is then.
    func publish(with login: BranchLogin?) async throws -> BranchRecord {
        let size = try await size()
        let deadline = ContinuousClock.now + Self.patience
        while true {
            do {
                return try await rename(size: size, login: login)
            } catch let error as PostgresError where error.sqlState == .objectInUse {
                guard !Task.isCancelled else { throw OperationError.interrupted }
                let left = try await DatabaseSessions.end(on: target, within: .seconds(5), over: session.connection)
                guard ContinuousClock.now < deadline else { throw inUse(error, by: left) }
            }
        }
    }

    private func inUse(_ error: PostgresError, by left: [DatabaseSessions.Left]) -> any Error {
        guard !left.isEmpty else { return error }
        return OperationError.failed(
            .cloneFailed,
            "The new database could not take its name, as somebody is on it: \(left.map(\.description).joined(separator: "; ")). End that, keep it off databases named ayb_tmp_*, and create the branch again."
        )
    }

    private func size() async throws -> Int64? {
        try await session.connection.query(
            """
            SELECT pg_catalog.pg_database_size(oid) AS size FROM pg_catalog.pg_database
            WHERE datname = $1 AND pg_catalog.has_database_privilege(oid, 'CONNECT')
            """, [.text(target)]
        ).first?.value("size", as: Int64.self)
    }

    private func rename(size: Int64?, login: BranchLogin?) async throws -> BranchRecord {
        let (target, final, branch) = (target, final, session.branch)
        let temporary = TemporaryDatabase(token: session.token, branch: branch)
        return try await session.apply(.published(by: session.token)) {
            $0.sizeBytes = size
            $0.login = login
        } alongside: { handle in
            let quoted = SQLIdentifier.quoted(final)
            try handle.query("ALTER DATABASE \(SQLIdentifier.quoted(target)) RENAME TO \(quoted)")
            try handle.query("ALTER DATABASE \(quoted) ALLOW_CONNECTIONS true")
            try BranchDatabase.mark(final, as: branch, on: handle)
            try temporary.forget(on: handle)
        }
    }
}
