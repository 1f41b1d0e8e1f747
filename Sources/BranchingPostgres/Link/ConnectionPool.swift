import BranchingCore
package import Logging
import ServiceLifecycle

/// A few connections to one database, opened when they are needed and kept for a while.
package actor ConnectionPool {
    private let parameters: ConnectionParameters
    private let capacity: Int
    private let logger: Logger
    private let admit: @Sendable (PostgresConnection) async throws(PostgresError) -> Void
    private var idle: [PostgresConnection] = []
    private var open = 0
    /// Who waits for a connection, in order; each hears whether it is its turn, or was not in time.
    private var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastWaiter = 0

    /// Makes a pool; it connects at the first use.
    ///
    /// - Parameters:
    ///   - capacity: how many connections there are at most; at least 1. Who comes after them waits in order.
    ///   - admit: what looks at each new connection before it is used for anything.
    package init(
        parameters: ConnectionParameters, capacity: Int, logger: Logger,
        admit: @escaping @Sendable (PostgresConnection) async throws(PostgresError) -> Void = { _ in }
    ) {
        self.parameters = parameters
        self.capacity = max(1, capacity)
        self.logger = logger
        self.admit = admit
    }

    /// Uses a connection of the pool.
    package nonisolated func run<Value: Sendable, Failure: PostgresFailure>(
        _ body: @Sendable (borrowing ConnectionHandle) throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let connection: PostgresConnection
        do { connection = try await acquire() } catch { throw Failure(error) }
        do throws(Failure) {
            let value = try await connection.run(body)
            await release(connection)
            return value
        } catch {
            await release(connection)
            throw error
        }
    }

    /// What a connection of the pool is.
    package nonisolated func facts() async throws(PostgresError) -> ConnectionFacts {
        let connection = try await acquire()
        await release(connection)
        return connection.facts
    }

    private func acquire() async throws(PostgresError) -> PostgresConnection {
        let end = ContinuousClock.now + parameters.limits.connect
        while open >= capacity, idle.isEmpty {
            guard await isTurn(by: end) else {
                throw PostgresError(
                    sqlState: .tooManyConnections,
                    message:
                        "All \(capacity) connections to '\(parameters["dbname"] ?? "")' are busy, and none came free within \(parameters.limits.connect.wholeSeconds) s (database.connect_timeout)."
                )
            }
        }
        while let connection = idle.popLast() {
            if await connection.isUsable { return connection }
            open -= 1
        }
        open += 1
        do throws(PostgresError) {
            let connection = try await PostgresConnection.connect(to: parameters, logger: logger)
            do throws(PostgresError) {
                try await admit(connection)
            } catch {
                await connection.close()
                throw error
            }
            return connection
        } catch {
            open -= 1
            wakeNext()
            throw error
        }
    }

    private func release(_ connection: PostgresConnection) async {
        if await connection.isUsable, !Task.isCancelled {
            idle.append(connection)
        } else {
            await connection.close()
            open -= 1
        }
        wakeNext()
    }

    /// Waits in the queue.
    ///
    /// - Returns: false where the time is over.
    private func isTurn(by end: ContinuousClock.Instant) async -> Bool {
        guard ContinuousClock.now < end else { return false }
        lastWaiter += 1
        let id = lastWaiter
        let limit = Task { [weak self] in
            try? await Task.sleep(until: end, clock: .continuous)
            if !Task.isCancelled { await self?.giveUp(id) }
        }
        defer { limit.cancel() }
        return await withCheckedContinuation { waiters.append((id, $0)) }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(returning: false)
    }

    private func wakeNext() {
        if !waiters.isEmpty { waiters.removeFirst().continuation.resume(returning: true) }
    }

    /// Closes what is not in use.
    package func closeIdle() async {
        let closing = idle
        idle = []
        open -= closing.count
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
