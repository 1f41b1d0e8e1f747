import BranchingCore
import Logging
import ServiceLifecycle

/// The database in which the records live. It is made and migrated at the first use, and again where it was dropped.
actor ControlDatabase {
    /// How the server's own source database is reached; the control database is in the same cluster.
    nonisolated let server: ConnectionParameters
    /// Its name.
    nonisolated let name: String
    private nonisolated let pool: ConnectionPool
    private nonisolated let logger: Logger
    private var preparation: Task<Result<Void, BranchError>, Never>?

    init(server: ConnectionParameters, name: String, logger: Logger) {
        self.server = server
        self.name = name
        self.logger = logger
        pool = ConnectionPool(parameters: server.connecting(to: name), capacity: 6, logger: logger) {
            (connection) throws(PostgresError) in
            guard let refusal = try await ControlDatabaseCreation.refusal(on: connection) else { return }
            throw PostgresError(sqlState: .objectNotInPrerequisiteState, message: refusal.description)
        }
    }

    /// Uses a connection to the control database.
    nonisolated func run<Value: Sendable>(
        _ body: @Sendable (borrowing ConnectionHandle) throws(BranchError) -> Value
    ) async throws(BranchError) -> Value {
        try await prepare()
        do throws(BranchError) {
            return try await pool.run(body)
        } catch {
            // Whatever broke: the next call looks again whether the control database is what it should be.
            await forgetPreparation(after: error)
            throw error
        }
    }

    /// A session of its own on the control database, which holds an operation's lock.
    nonisolated func session(named application: String) async throws(BranchError) -> PostgresConnection {
        try await prepare()
        do throws(BranchError) {
            let connection = try await BranchError.translating { () async throws(PostgresError) in
                try await PostgresConnection.connect(
                    to: server.connecting(to: name).named(application), logger: logger)
            }
            do throws(BranchError) {
                try await ControlDatabaseCreation.requireOwnership(on: connection)
            } catch {
                await connection.close()
                throw error
            }
            return connection
        } catch {
            await forgetPreparation(after: error)
            throw error
        }
    }

    /// What the server turned out to be.
    nonisolated func facts() async throws(BranchError) -> ConnectionFacts {
        try await prepare()
        do { return try await pool.facts() } catch { throw BranchError(error) }
    }

    /// Makes sure that the control database is there and up to date. Callers at the same time share one attempt.
    func prepare() async throws(BranchError) {
        let attempt = preparation ?? Task { await Self.prepare(server: server, name: name, logger: logger) }
        preparation = attempt
        let result = await attempt.value
        if case .failure = result, preparation == attempt { preparation = nil }
        try result.get()
    }

    private func forgetPreparation(after error: BranchError) {
        switch error {
        case .unavailable, .unexpected, .insufficientPrivilege, .notConfigured: preparation = nil
        default: break
        }
    }

    private static func prepare(server: ConnectionParameters, name: String, logger: Logger) async
        -> Result<Void, BranchError>
    {
        do throws(BranchError) {
            try await ControlDatabaseCreation(server: server, name: name, logger: logger).run()
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Keeps the pool tidy until a graceful stop.
    nonisolated func maintain() async throws {
        try await pool.run()
    }
}
