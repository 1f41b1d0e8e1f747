import BranchingCore
import Logging

/// Makes the control database where it is missing, checks the way to it, and migrates it.
struct ControlDatabaseCreation {
    let server: ConnectionParameters
    let name: String
    let logger: Logger

    func run() async throws(BranchError) {
        let connection = try await connect()
        do throws(BranchError) {
            try await requireDirectSession(connection)
            try await connection.run { (handle) throws(BranchError) in
                try BranchError.translating { () throws(PostgresError) in try MigrationRunner.migrate(handle) }
            }
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }

    private func connect() async throws(BranchError) -> PostgresConnection {
        do {
            return try await PostgresConnection.connect(to: server.connecting(to: name), logger: logger)
        } catch {
            // A failed connect carries no code before libpq 18, so whether the database is missing is asked of another one.
            guard try await createIfMissing(after: error) else { throw BranchError(error) }
        }
        do {
            return try await PostgresConnection.connect(to: server.connecting(to: name), logger: logger)
        } catch {
            throw BranchError(error)
        }
    }

    /// - Returns: whether the database is there now, and was not before.
    private func createIfMissing(after failure: PostgresError) async throws(BranchError) -> Bool {
        for maintenance in ["postgres", "template1", server["dbname"]].compactMap(\.self) {
            guard
                let connection = try? await PostgresConnection.connect(
                    to: server.connecting(to: maintenance), logger: logger)
            else { continue }
            let result: Result<Bool, BranchError>
            do throws(BranchError) {
                // Asked here too: a pooler may not know a database that was made a moment ago.
                try await requireDirectSession(connection)
                result = await create(on: connection)
            } catch {
                result = .failure(error)
            }
            await connection.close()
            return try result.get()
        }
        throw BranchError(failure)
    }

    private func create(on connection: PostgresConnection) async -> Result<Bool, BranchError> {
        do throws(PostgresError) {
            let found = try await connection.query(
                "SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1", [.text(name)])
            guard found.isEmpty else { return .success(false) }
            try await connection.query(
                "CREATE DATABASE \(SQLIdentifier.quoted(name)) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
            )
            logger.info("control database created", metadata: ["database": "\(name)"])
            return .success(true)
        } catch {
            // Another server was faster (manual, CREATE DATABASE: a race shows as either code).
            let raced = error.sqlState == .duplicateDatabase || error.sqlState == .uniqueViolation
            return raced ? .success(true) : .failure(BranchError(error))
        }
    }

    /// A lock that is a session's means nothing behind a pooler that hands out sessions by the transaction.
    ///
    /// PgBouncer and its like announce a process id of their own making instead of the server's.
    private func requireDirectSession(_ connection: PostgresConnection) async throws(BranchError) {
        let pid: Int32?
        do {
            pid = try await connection.query("SELECT pg_catalog.pg_backend_pid() AS pid").first?.value("pid")
        } catch {
            throw BranchError(error)
        }
        guard pid == connection.facts.backendPID else {
            throw .notConfigured(
                "The way to PostgreSQL leads through a connection pooler (such as PgBouncer), on which session locks do not hold. Set database.url to PostgreSQL itself."
            )
        }
    }
}
