import BranchingCore
package import Logging

/// One session on a PostgreSQL server.
///
/// The libpq connection lives on the actor's own queue. ``run(_:)`` is synchronous inside, so a transaction in it is
/// never suspended half-way. If the waiting task is cancelled, the server is asked to cancel the statement, which then
/// fails with `57014`.
package actor PostgresConnection {
    private let executor: DispatchQueueExecutor
    private let cancelToken: CancelToken?
    private let interruption: Interruption
    private var handle: ConnectionHandle?

    /// The facts of the connection.
    package nonisolated let facts: ConnectionFacts

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(
        handle: consuming ConnectionHandle, executor: DispatchQueueExecutor, interruption: Interruption
    ) {
        self.executor = executor
        self.interruption = interruption
        cancelToken = handle.canceller
        facts = handle.facts()
        self.handle = consume handle
    }

    /// Connects. Blocks a queue, not the caller, for at most `connect_timeout` seconds per address (1 to 30;
    /// ``WaitLimits/connect`` if unset), and ends soon if the task is cancelled.
    package static func connect(
        to parameters: ConnectionParameters, logger: Logger
    ) async throws -> PostgresConnection {
        let executor = DispatchQueueExecutor(label: "ayb.postgres")
        let interruption = Interruption()
        return try await withTaskCancellationHandler {
            try await executor.perform {
                let handle = try ConnectionHandle.open(parameters, logger: logger, interruption: interruption)
                return PostgresConnection(handle: handle, executor: executor, interruption: interruption)
            }
        } onCancel: {
            interruption.raise()
        }
    }

    /// Uses the connection.
    ///
    /// - Throws: ``PostgresError``, and what the body throws.
    package nonisolated func run<Value: Sendable>(
        _ body: @Sendable (borrowing ConnectionHandle) throws -> Value
    ) async throws -> Value {
        try await withCleanup {
            try await withTaskCancellationHandler {
                try await perform(body)
            } onCancel: {
                interruption.raise()
                cancelToken?.requestCancellation()
            }
        } cleanup: {
            if Task.isCancelled { await cancelToken?.settle() }
        }
    }

    private func perform<Value: Sendable>(_ body: (borrowing ConnectionHandle) throws -> Value) throws -> Value {
        // In this order, no cancellation from here on is lost.
        interruption.clear()
        guard !Task.isCancelled else { throw Interruption.error }
        switch handle {
        case .none: throw PostgresError(message: "The connection is closed.")
        case .some(let handle):
            handle.beginCall()
            return try body(handle)
        }
    }

    /// Runs one statement and returns its rows.
    @discardableResult
    package nonisolated func query(_ sql: String, _ values: [PostgresValue] = []) async throws -> [PostgresRow] {
        try await run { try $0.query(sql, values) }
    }

    /// Runs one statement that copies or drops a database, or all that is in it, within ``WaitLimits/copy``.
    @discardableResult
    package nonisolated func queryAtLength(_ sql: String) async throws -> [PostgresRow] {
        try await run { try $0.query(sql, within: $0.limits.copy) }
    }

    /// Runs one statement and returns how many rows it changed.
    @discardableResult
    package nonisolated func execute(_ sql: String, _ values: [PostgresValue] = []) async throws -> Int {
        try await run { try $0.execute(sql, values) }
    }

    /// Whether it can run another statement.
    package var isUsable: Bool {
        switch handle {
        case .none: false
        case .some(let handle): handle.isUsable
        }
    }

    /// Ends the session. Later calls fail.
    package func close() {
        handle = nil
    }
}

extension PostgresConnection {
    /// Connects, uses the session, and closes it however the body ends.
    package static func withSession<Value: Sendable>(
        to parameters: ConnectionParameters, logger: Logger, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await connect(to: parameters, logger: logger).closing(after: body)
    }

    /// Uses the session, and closes it however the body ends.
    package nonisolated func closing<Value: Sendable>(
        after body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await withCleanup {
            try await body(self)
        } cleanup: {
            await close()
        }
    }

    /// Uses the session, and closes it if the body throws.
    package nonisolated func closingOnFailure<Value: Sendable>(
        of body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        do {
            return try await body(self)
        } catch {
            await close()
            throw error
        }
    }
}

/// The facts of an established connection.
package struct ConnectionFacts: Sendable, Hashable {
    /// The host chosen from a multi-host URL, or the directory of the Unix socket.
    package var host: String
    /// The port.
    package var port: Int
    /// The role that is logged in.
    package var user: String
    /// The database.
    package var database: String
    /// The server's version, such as 150018 (manual section 34.2, PQserverVersion).
    package var serverVersion: Int
    /// The process id that the server, or a proxy in front of it, announced.
    package var backendPID: Int32

    /// The server's major version, such as 15.
    package var majorVersion: Int { serverVersion / 10_000 }
}
