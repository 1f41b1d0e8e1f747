import BranchingCore
package import Logging
import ServiceLifecycle

/// A few connections to one database, opened when needed and kept for a while.
package actor ConnectionPool {
    private let parameters: ConnectionParameters
    private let capacity: Int
    private let logger: Logger
    private let admit: @Sendable (PostgresConnection) async throws -> Void
    /// Who may use a connection.
    private let places: Semaphore
    private var idle: [PostgresConnection] = []

    /// Makes a pool; it connects at the first use.
    ///
    /// - Parameters:
    ///   - capacity: the maximum number of connections; at least 1. Further callers wait in order.
    ///   - admit: checks each new connection before it is used for anything.
    package init(
        parameters: ConnectionParameters, capacity: Int, logger: Logger,
        admit: @escaping @Sendable (PostgresConnection) async throws -> Void = { _ in }
    ) {
        self.parameters = parameters
        self.capacity = max(1, capacity)
        places = Semaphore(places: self.capacity)
        self.logger = logger
        self.admit = admit
    }

    /// Uses a connection of the pool.
    package nonisolated func run<Value: Sendable>(
        _ body: @Sendable (borrowing ConnectionHandle) throws -> Value
    ) async throws -> Value {
        let connection = try await acquire()
        return try await withCleanup {
            try await connection.run(body)
        } cleanup: {
            await release(connection)
        }
    }

    /// The facts of a connection of the pool.
    package nonisolated func facts() async throws -> ConnectionFacts {
        let connection = try await acquire()
        await release(connection)
        return connection.facts
    }

    private func acquire() async throws -> PostgresConnection {
        guard await places.acquire(within: parameters.limits.connect) else {
            throw PostgresError(
                sqlState: .tooManyConnections,
                message:
                    "All \(capacity) connections to '\(parameters["dbname"] ?? "")' are busy, and none came free within \(parameters.limits.connect.wholeSeconds) s (database.connect_timeout)."
            )
        }
        while let connection = idle.popLast() {
            if await connection.isUsable { return connection }
        }
        do {
            return try await open()
        } catch {
            await places.release()
            throw error
        }
    }

    private func open() async throws -> PostgresConnection {
        let connection = try await PostgresConnection.connect(to: parameters, logger: logger)
        do {
            try await admit(connection)
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    private func release(_ connection: PostgresConnection) async {
        if await connection.isUsable, !Task.isCancelled {
            idle.append(connection)
        } else {
            await connection.close()
        }
        await places.release()
    }

    /// Closes idle connections.
    package func closeIdle() async {
        let closing = idle
        idle = []
        for connection in closing { await connection.close() }
    }
}

extension ConnectionPool: Service {
    /// Closes idle connections every minute, and all of them at a graceful stop.
    package func run() async throws {
        while !Task.isCancelled {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
            } catch {
                break
            }
            await closeIdle()
        }
        await closeIdle()
    }
}
