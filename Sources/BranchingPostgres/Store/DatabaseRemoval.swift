import BranchingCore
import Logging
import SQLText

/// Drops databases that are ours, with the sessions still working on them.
enum DatabaseRemoval {
    /// Removes what is left of a clone: ends the sessions that make it, drops the database, forgets it.
    ///
    /// A killed server leaves its `CREATE DATABASE` running in PostgreSQL, and the database appears only when that is
    /// done: so this first ends the sessions, and waits for them.
    static func remove(_ temporary: TemporaryDatabase, on connection: PostgresConnection) async throws {
        try await endSessions(of: temporary.token, on: connection)
        try await drop(temporary.name, on: connection)
        try await connection.run { try temporary.forget(on: $0) }
    }

    /// Removes what is left of a clone. A database with a session that we may not end stays noted, and goes later: the
    /// clone's outcome is reported all the same.
    static func removeOrLeave(
        _ leftovers: [TemporaryDatabase], on connection: PostgresConnection, logger: Logger
    ) async throws {
        for temporary in leftovers {
            do {
                try await remove(temporary, on: connection)
            } catch {
                guard error.sqlState == .objectInUse else { throw error }
                logger.warning(
                    "a temporary database is left to the reconciler",
                    metadata: ["database": "\(temporary.name)", "why": "\(error)"])
            }
        }
    }

    /// Ends the sessions working for an operation, and waits until they are gone.
    static func endSessions(of token: FencingToken, on connection: PostgresConnection) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let left = try await connection.query(
                """
                SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity
                WHERE application_name = $1 AND usename = current_user AND pid <> pg_catalog.pg_backend_pid()
                """, [.text(token.applicationName)])
            if left.isEmpty { return }
            guard ContinuousClock.now < deadline else {
                throw PostgresError(
                    sqlState: .objectInUse, message: "Sessions of an earlier operation on the branch do not end.")
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// How often to try a drop while somebody is on the database.
    private static let attempts = 5

    /// Drops a database, if it exists, with the sessions on it.
    static func drop(_ database: String, on connection: PostgresConnection) async throws {
        let statement = "DROP DATABASE IF EXISTS \(SQLIdentifier.quoted(database))"
        for attempt in 1... {
            do {
                try await connection.queryAtLength(statement + " WITH (FORCE)")
                return
            } catch {
                switch error.sqlState {
                // FORCE ends every process on the database or none: only a superuser may end those of superusers, and
                // only a superuser or a member of pg_signal_backend may end autovacuum workers.
                case .some(.insufficientPrivilege): return try await dropGently(database, statement, on: connection)
                // A session connected at the same moment, or another server drops the same database.
                case .some(.objectInUse) where attempt < attempts: try? await Task.sleep(for: .milliseconds(100))
                default: throw error
                }
            }
        }
    }

    /// Ends the sessions that may be ended, and drops without force, which itself ends autovacuum workers. Nobody gets
    /// in meanwhile. If it fails, it opens a branch again, even if a server died here before; what is not published
    /// stays closed.
    private static func dropGently(_ database: String, _ statement: String, on connection: PostgresConnection)
        async throws
    {
        let opening = "ALTER DATABASE \(SQLIdentifier.quoted(database)) ALLOW_CONNECTIONS"
        do {
            try await connection.query(opening + " false")
        } catch {
            // Another server dropped it meanwhile.
            guard error.sqlState == .invalidCatalogName else { throw error }
            return
        }
        do {
            var left: [DatabaseSessions.Left] = []
            for attempt in 1... {
                left = try await DatabaseSessions.end(on: database, within: .seconds(5), over: connection)
                do {
                    try await connection.queryAtLength(statement)
                    return
                } catch {
                    guard error.sqlState == .objectInUse, left.isEmpty, attempt < attempts else {
                        throw inUse(database, error, by: left)
                    }
                }
            }
        } catch {
            // Report the first error.
            let isPublished = !database.hasPrefix(FencingToken.temporaryDatabasePrefix)
            if isPublished { _ = try? await connection.query(opening + " true") }
            throw error
        }
    }

    private static func inUse(
        _ database: String, _ error: any Error, by left: [DatabaseSessions.Left]
    ) -> any Error {
        guard let error = error as? PostgresError, error.sqlState == .objectInUse, !left.isEmpty else { return error }
        return PostgresError(
            sqlState: .objectInUse,
            message:
                "The database '\(database)' cannot be dropped while it is in use: \(left.map(\.description).joined(separator: "; ")).",
            statement: error.statement)
    }
}

extension DatabaseRemoval {
    /// Drops what an interrupted `DROP DATABASE` left of a branch's database: nothing but a drop works on it.
    static func finishInterruptedDrop(of record: BranchRecord, on connection: PostgresConnection) async throws {
        let isHalfDropped = try await connection.run { handle in
            let isOurs = try BranchDatabase.find(record.branchDatabase, on: handle)?.isOf(record) == true
            let rows = try handle.query(
                "SELECT FROM pg_catalog.pg_database WHERE datname = $1 AND datconnlimit = -2",
                [.text(record.branchDatabase)])
            return isOurs && !rows.isEmpty
        }
        if isHalfDropped { try await drop(record.branchDatabase, on: connection) }
    }
}
