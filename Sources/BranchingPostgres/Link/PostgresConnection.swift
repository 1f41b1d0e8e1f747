import BranchingCore
package import Logging

/// One session on a PostgreSQL server.
///
/// The libpq connection lives on a queue of the actor's own. ``run(_:)`` is synchronous inside, so a transaction in it is
/// never suspended half-way. When the task that waits is cancelled, the server is asked to cancel the statement, which
/// then fails with `57014`.
package actor PostgresConnection {
    private let executor: DispatchQueueExecutor
    private let cancelToken: CancelToken?
    private let interruption: Interruption
    private var handle: ConnectionHandle?

    /// What the connection turned out to be.
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

    /// Connects. Blocks a queue, not the caller, for at most `connect_timeout` seconds an address (1 to 30; where it is not
    /// set, ``WaitLimits/connect``), and ends soon where the task is cancelled.
    package static func connect(to parameters: ConnectionParameters, logger: Logger) async throws(PostgresError)
        -> PostgresConnection
    {
        let executor = DispatchQueueExecutor(label: "ayb.postgres")
        let interruption = Interruption()
        return try await withTaskCancellationHandler {
            await executor.perform { () -> Result<PostgresConnection, PostgresError> in
                do throws(PostgresError) {
                    let handle = try ConnectionHandle.open(parameters, logger: logger, interruption: interruption)
                    return .success(
                        PostgresConnection(handle: handle, executor: executor, interruption: interruption))
                } catch {
                    return .failure(error)
                }
            }
        } onCancel: {
            interruption.raise()
        }.get()
    }

    /// Uses the connection.
    package nonisolated func run<Value: Sendable, Failure: Error>(
        _ body: @Sendable (borrowing ConnectionHandle) throws(Failure) -> Value
    ) async throws(Failure) -> Value where Failure: PostgresFailure {
        let result: Result<Value, Failure> = await withTaskCancellationHandler {
            await perform(body)
        } onCancel: {
            interruption.raise()
            cancelToken?.requestCancellation()
        }
        if Task.isCancelled { await cancelToken?.settle() }
        return try result.get()
    }

    private func perform<Value: Sendable, Failure: PostgresFailure>(
        _ body: @Sendable (borrowing ConnectionHandle) throws(Failure) -> Value
    ) -> Result<Value, Failure> {
        // In this order: a cancellation from here on is not lost.
        interruption.clear()
        guard !Task.isCancelled else { return .failure(Failure(Interruption.error)) }
        switch handle {
        case .none:
            return .failure(Failure(PostgresError(message: "The connection is closed.")))
        case .some(let handle):
            handle.beginCall()
            do throws(Failure) {
                return .success(try body(handle))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Runs one statement and returns its rows.
    @discardableResult
    package nonisolated func query(_ sql: String, _ values: [PostgresValue] = []) async throws(PostgresError)
        -> [PostgresRow]
    {
        try await run { (handle) throws(PostgresError) in try handle.query(sql, values) }
    }

    /// Runs one statement that copies or drops a database, or all that is in it: ``WaitLimits/copy`` is its limit.
    @discardableResult
    package nonisolated func queryAtLength(_ sql: String) async throws(PostgresError) -> [PostgresRow] {
        try await run { (handle) throws(PostgresError) in try handle.query(sql, within: handle.limits.copy) }
    }

    /// Runs one statement and returns how many rows it changed.
    @discardableResult
    package nonisolated func execute(_ sql: String, _ values: [PostgresValue] = []) async throws(PostgresError) -> Int {
        try await run { (handle) throws(PostgresError) in try handle.execute(sql, values) }
    }

    /// Whether it can be used for another statement.
    package var isUsable: Bool {
        switch handle {
        case .none: false
        case .some(let handle): handle.isUsable
        }
    }

    /// Ends the session. What comes after fails.
    package func close() {
        handle = nil
    }
}
