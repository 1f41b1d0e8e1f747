import BranchingCore
import Logging

/// Makes the control database if it is missing, checks the way to it and its owner, and migrates it.
struct ControlDatabaseCreation {
    let server: ConnectionParameters
    let name: String
    let logger: Logger

    func run() async throws {
        try await onMaintenanceDatabase { connection in
            // Checked here too: a pooler may not know a database made a moment ago.
            try await Self.requireDirectSession(connection)
            try await ControlDatabaseAccess(name: name, connection: connection, logger: logger).prepare()
        }
        try await PostgresConnection.withSession(to: server.connecting(to: name), logger: logger) { connection in
            try await Self.requireDirectSession(connection)
            try await Self.requireOwnership(on: connection)
            try await MigrationRunner.migrate(connection)
        }
    }

    /// Uses a session on a database of the cluster other than the control database: the source only if no other works.
    private func onMaintenanceDatabase(_ body: (PostgresConnection) async throws -> Void) async throws {
        var failure: any Error = PostgresError(message: "There is no database to connect to.")
        for maintenance in ["postgres", "template1", server["dbname"]].compactMap(\.self) where maintenance != name {
            let connection: PostgresConnection
            let start = ContinuousClock.now
            do {
                connection = try await PostgresConnection.connect(
                    to: server.connecting(to: maintenance), logger: logger)
            } catch {
                failure = error
                // A server that does not answer will not for another database either.
                if start.duration(to: .now) >= .seconds(server.connectSeconds) { break }
                continue
            }
            return try await connection.closing(after: body)
        }
        throw failure
    }

    /// Why the session's database may not be used; nil if it is ours. Each session on the control database checks
    /// first: it may have been dropped, and remade by somebody else, since the last check.
    static func refusal(on connection: PostgresConnection) async throws -> BranchError? {
        try await connection.run { handle in
            let rows = try handle.query(
                """
                SELECT d.datname::text AS name, pg_catalog.pg_get_userbyid(d.datdba) AS owner, ours.rolname AS role,
                       d.datdba = ours.oid AS is_ours
                FROM pg_catalog.pg_database AS d, pg_catalog.pg_roles AS ours
                WHERE d.datname = pg_catalog.current_database() AND ours.rolname = current_user
                """)
            guard let row = rows.first else { throw PostgresError(message: "The session's database is gone.") }
            if try row.value("is_ours") { return nil }
            return ControlDatabaseAccess.refusal(
                of: try row.value("name"), owner: try row.value("owner"), role: try row.value("role"))
        }
    }

    /// Throws ``refusal(on:)``.
    static func requireOwnership(on connection: PostgresConnection) async throws {
        if let refusal = try await refusal(on: connection) { throw refusal }
    }

    /// A session's lock means nothing behind a pooler that hands out sessions per transaction.
    ///
    /// PgBouncer and its like announce a process id that they made up, not the server's.
    private static func requireDirectSession(_ connection: PostgresConnection) async throws {
        let pid: Int32? = try await connection.query("SELECT pg_catalog.pg_backend_pid() AS pid").first?.value("pid")
        guard pid == connection.facts.backendPID else {
            throw BranchError.notConfigured(
                "The way to PostgreSQL leads through a connection pooler (such as PgBouncer), on which session locks do not hold. Set database.url to PostgreSQL itself."
            )
        }
    }
}
