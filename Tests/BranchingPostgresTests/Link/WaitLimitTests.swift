import BranchingCore
import Glibc
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// Every wait of a session has a limit, which its error names.
@Suite(.timeLimit(.minutes(2))) struct WaitLimitTests {
    private static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    private func connect(_ text: Secret, _ change: (inout WaitLimits) -> Void = { _ in }) async throws
        -> PostgresConnection
    {
        var parameters = try ConnectionParameters(parsing: text)
        change(&parameters.limits)
        return try await PostgresConnection.connect(to: parameters, logger: Self.logger)
    }

    private func took(_ limit: Duration, _ body: () async throws -> Void) async throws {
        let start = ContinuousClock.now
        try await body()
        #expect(start.duration(to: .now) < limit)
    }

    @Test func `a statement that takes too long is cancelled, and the session goes on`() async throws {
        let connection = try await connect(try await TestCluster.shared().adminURL) { $0.statement = .seconds(1) }
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) { try await connection.query("SELECT pg_sleep(60)") }
            #expect(error?.sqlState == .queryCanceled)
            #expect(error?.message.contains("within 1 s (database.statement_timeout)") == true)
        }
        #expect(try await connection.query("SELECT 1 AS one").first?.value("one", as: Int.self) == 1)
        await connection.close()
    }

    @Test func `a lock that another session holds is not waited for longer than the limit`() async throws {
        let cluster = try await TestCluster.shared()
        let database = try await cluster.createDatabase(["CREATE TABLE t (a int)"])
        let holder = try await connect(cluster.url(database: database))
        try await holder.query("BEGIN")
        try await holder.query("LOCK TABLE public.t")
        let connection = try await connect(cluster.url(database: database)) { $0.lock = .seconds(1) }
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) { try await connection.query("TABLE public.t") }
            #expect(error?.sqlState == .lockNotAvailable)
            #expect(error?.message.contains("within 1 s (database.lock_timeout)") == true)
        }
        await connection.close()
        await holder.close()
        try await cluster.dropDatabase(database)
    }

    @Test func `a server that is stopped is given up`() async throws {
        let cluster = try await TestCluster.shared()
        let connection = try await connect(cluster.adminURL) { $0.statement = .seconds(1) }
        let pid = connection.facts.backendPID
        #expect(kill(pid, SIGSTOP) == 0)
        defer { kill(pid, SIGCONT) }
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1") }
            #expect(error?.message.contains("database.statement_timeout") == true)
        }
        #expect(await !connection.isUsable)
        await connection.close()
    }

    @Test func `a server that is stopped in a copy of a database is given up too`() async throws {
        let cluster = try await TestCluster.fresh()
        let connection = try await connect(cluster.adminURL) { $0.connect = .seconds(1) }
        let frozen = try await FrozenPostgres(cluster)
        try await took(.seconds(60)) {
            let error = await #expect(throws: PostgresError.self) {
                try await connection.queryAtLength("CREATE DATABASE never")
            }
            #expect(error?.sqlState == .connectionFailure)
            #expect(error?.message.contains("a new connection fails too") == true)
        }
        frozen.release()
        await connection.close()
    }

    @Test func `a cancelled task does not wait for a server that is stopped`() async throws {
        let connection = try await connect(try await TestCluster.shared().adminURL)
        let pid = connection.facts.backendPID
        #expect(kill(pid, SIGSTOP) == 0)
        defer { kill(pid, SIGCONT) }
        try await took(.seconds(30)) {
            let task = Task { try await connection.query("SELECT 1") }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            let result = await task.result
            #expect(throws: PostgresError.self) { try result.get() }
        }
        await connection.close()
    }

    @Test(arguments: ["0", "-1", "1", "99999999999999999999", "x"])
    func `a port that never answers is left, whatever the connection string says`(wanted: String) async throws {
        let server = try HostilePostgres(.silent)
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) {
                try await connect(Secret(server.url("&connect_timeout=\(wanted)"))) { $0.connect = .seconds(1) }
            }
            #expect(error?.message.contains("did not answer within 1 s (connect_timeout") == true)
        }
        server.stop()
    }

    @Test func `connect_timeout is between 1 and 30 seconds`() throws {
        for (text, seconds) in [("", 10), ("5", 5), ("0", 10), ("31", 30), ("-3", 10), (" 7 ", 7)] {
            #expect(ConnectionParameters(["connect_timeout": text]).connectSeconds == seconds)
        }
        var parameters = ConnectionParameters([:])
        parameters.limits.connect = .seconds(300)
        #expect(parameters.connectSeconds == 30)
    }

    @Test func `of several hosts one that does not answer is passed over`() async throws {
        let (server, cluster) = (try HostilePostgres(.silent), try await TestCluster.shared())
        var parameters = try ConnectionParameters(parsing: cluster.adminURL)
        parameters["host"] = "127.0.0.1,\(cluster.host)"
        parameters["port"] = "\(server.port),\(cluster.port)"
        parameters["connect_timeout"] = "1"
        let connection = try await PostgresConnection.connect(to: parameters, logger: Self.logger)
        #expect(connection.facts.port == cluster.port)
        #expect(server.connections >= 1)
        await connection.close()
        server.stop()
    }

    @Test func `a string of many hosts that do not answer is left after four`() async throws {
        let server = try HostilePostgres(.silent)
        var parameters = try ConnectionParameters(parsing: Secret(server.url("&connect_timeout=1")))
        parameters["host"] = Array(repeating: "127.0.0.1", count: 1000).joined(separator: ",")
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) {
                try await PostgresConnection.connect(to: parameters, logger: Self.logger)
            }
            #expect(error?.message.contains("did not answer within 1 s") == true)
        }
        server.stop()
    }

    @Test(arguments: [HostilePostgres.Behaviour.chatty, .flood])
    func `a server that sends without end is left`(behaviour: HostilePostgres.Behaviour) async throws {
        let server = try HostilePostgres(behaviour)
        try await took(.seconds(30)) {
            let error = await #expect(throws: PostgresError.self) {
                try await connect(Secret(server.url())) { $0.resultBytes = 8 << 20 }
            }
            #expect(error?.sqlState == .programLimitExceeded)
            let expected = if case .flood = behaviour { "database.result_limit" } else { "before a session stood" }
            #expect(error?.message.contains(expected) == true)
        }
        server.stop()
    }

    @Test func `a server that sends a byte now and then is left`() async throws {
        let server = try HostilePostgres(.trickle)
        try await took(.seconds(20)) {
            let error = await #expect(throws: PostgresError.self) {
                try await connect(Secret(server.url("&connect_timeout=1")))
            }
            #expect(error?.message.contains("did not answer within 1 s") == true)
        }
        server.stop()
    }

    @Test func `who waits for a connection of a pool waits no longer than for a new one`() async throws {
        var parameters = try ConnectionParameters(parsing: try await TestCluster.shared().adminURL)
        parameters.limits.connect = .seconds(1)
        let pool = ConnectionPool(parameters: parameters, capacity: 1, logger: Self.logger)
        async let busy = pool.run { handle in try handle.query("SELECT pg_sleep(5)").count }
        try await Task.sleep(for: .milliseconds(500))
        let error = await #expect(throws: PostgresError.self) {
            try await pool.run { handle in try handle.query("SELECT 1").count }
        }
        #expect(error?.isUnavailability == true)
        #expect(try await busy == 1)
        await pool.closeIdle()
    }

    @Test func `connections to databases of users have places, and who comes too late hears of it`() async throws {
        let places = ForeignConnections(places: 2, patience: .milliseconds(300))
        let (gate, open) = AsyncStream<Void>.makeStream()
        await withTaskGroup(of: BranchError?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do {
                        try await places.run { for await _ in gate { break } }
                        return nil
                    } catch {
                        return BranchError(error)
                    }
                }
            }
            let first = await group.next() ?? nil
            #expect(first?.description.contains("database.foreign_connections") == true)
            open.finish()
            for await outcome in group { #expect(outcome == nil) }
        }
        // The places are free again.
        await #expect(throws: Never.self) { try await places.run {} }
    }
}
