import BranchingCore

/// Drops databases that are ours, together with the sessions that still work on them.
enum DatabaseRemoval {
    /// Removes what is left of a clone: ends the sessions that make it, drops the database, forgets it.
    ///
    /// A server that was killed leaves its `CREATE DATABASE` running in PostgreSQL, and the database appears only when
    /// that is done: so the sessions go first, and are waited for.
    static func remove(_ temporary: TemporaryDatabase, on connection: PostgresConnection) async throws(PostgresError) {
        try await endSessions(of: temporary.token, on: connection)
        try await drop(temporary.name, on: connection)
        try await connection.run { (handle) throws(PostgresError) in try temporary.forget(on: handle) }
    }

    /// Ends the sessions that work for an operation, and waits until they are gone.
    static func endSessions(of token: FencingToken, on connection: PostgresConnection) async throws(PostgresError) {
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

    /// Drops a database where it is there, with the sessions on it.
    static func drop(_ database: String, on connection: PostgresConnection) async throws(PostgresError) {
        let statement = "DROP DATABASE IF EXISTS \(SQLIdentifier.quoted(database)) WITH (FORCE)"
        for attempt in 1... {
            do throws(PostgresError) {
                try await connection.query(statement)
                return
            } catch {
                // A session that connected at the same moment, or another server that drops the same database.
                guard error.sqlState == .objectInUse, attempt < 5 else { throw error }
                try? await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}

extension DatabaseRemoval {
    /// Drops what an interrupted `DROP DATABASE` left of a branch's database: on such a one nothing but a drop works.
    static func finishInterruptedDrop(of record: BranchRecord, on connection: PostgresConnection)
        async throws(OperationError)
    {
        try await OperationError.translating { () async throws(PostgresError) in
            let isHalfDropped = try await connection.run { (handle) throws(PostgresError) in
                let isOurs = try BranchDatabase.find(record.branchDatabase, on: handle)?.branch == record.id
                let rows = try handle.query(
                    "SELECT FROM pg_catalog.pg_database WHERE datname = $1 AND datconnlimit = -2",
                    [.text(record.branchDatabase)])
                return isOurs && !rows.isEmpty
            }
            if isHalfDropped { try await drop(record.branchDatabase, on: connection) }
        }
    }
}
