import BranchingCore
import Logging
import ServiceLifecycle

/// The database that holds the records. It is made and migrated at the first use, and again if it was dropped.
actor ControlDatabase {
    /// How to reach the server's own source database; the control database is in the same cluster.
    nonisolated let server: ConnectionParameters
    /// Its name.
    nonisolated let name: String
    private nonisolated let pool: ConnectionPool
    private nonisolated let logger: Logger
    private var preparation: Task<Void, any Error>?

    init(server: ConnectionParameters, name: String, logger: Logger) {
        self.server = server
        self.name = name
        self.logger = logger
        pool = ConnectionPool(parameters: server.connecting(to: name), capacity: 6, logger: logger) { connection in
            guard let refusal = try await ControlDatabaseCreation.refusal(on: connection) else { return }
            throw PostgresError(sqlState: .objectNotInPrerequisiteState, message: refusal.description)
        }
    }

    /// Uses a connection to the control database.
    ///
    /// - Throws: ``BranchError``, like every use of the control database.
    nonisolated func run<Value: Sendable>(
        _ body: @Sendable (borrowing ConnectionHandle) throws -> Value
    ) async throws -> Value {
        try await prepared { try await pool.run(body) }
    }

    /// A separate session on the control database, which holds an operation's lock.
    nonisolated func session(named application: String) async throws -> PostgresConnection {
        try await prepared {
            let parameters = server.connecting(to: name).named(application)
            let connection = try await PostgresConnection.connect(to: parameters, logger: logger)
            return try await connection.closingOnFailure {
                try await ControlDatabaseCreation.requireOwnership(on: $0)
                return $0
            }
        }
    }

    /// Uses a separate session on the control database, and closes it however the body ends.
    nonisolated func withSession<Value: Sendable>(
        named application: String, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await session(named: application).closing(after: body)
    }

    /// The facts of the connection.
    nonisolated func facts() async throws -> ConnectionFacts {
        try await prepare()
        do { return try await pool.facts() } catch { throw BranchError(error) }
    }

    /// Ensures that the control database exists and is up to date. Concurrent callers share one attempt.
    func prepare() async throws {
        let attempt =
            preparation
            ?? Task { [server, name, logger] in
                try await ControlDatabaseCreation(server: server, name: name, logger: logger).run()
            }
        preparation = attempt
        do {
            try await attempt.value
        } catch {
            if preparation == attempt { preparation = nil }
            throw BranchError(error)
        }
    }

    /// Uses the control database. If something breaks, the next call checks again that it is what it should be.
    private nonisolated func prepared<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await prepare()
        do {
            return try await body()
        } catch {
            let error = BranchError(error)
            await forgetPreparation(after: error)
            throw error
        }
    }

    private func forgetPreparation(after error: BranchError) {
        switch error {
        case .unavailable, .unexpected, .insufficientPrivilege, .notConfigured: preparation = nil
        default: break
        }
    }

    /// Keeps the pool tidy until a graceful stop.
    nonisolated func maintain() async throws {
        try await pool.run()
    }
}
