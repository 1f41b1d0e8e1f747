import BranchingCore
import BranchingPostgres
import Logging
import SQLText
import TestSupport
import Testing

@Suite struct PostgresConnectionTests {
    private func connect(_ url: (TestCluster) -> Secret = { $0.adminURL }) async throws -> PostgresConnection {
        let parameters = try ConnectionParameters(parsing: url(try await TestCluster.shared()))
        return try await PostgresConnection.connect(to: parameters, logger: Logger(label: "test"))
    }

    @Test func `values are bound and come back as they were`() async throws {
        let connection = try await connect()
        let text = "a 'quoted' \\ \"text\"; DROP TABLE x -- é\n"
        let rows = try await connection.query(
            "SELECT $1 AS text, $2::bigint + 1 AS number, $3::boolean AS flag, NULL AS nothing",
            [.text(text), .integer(41), .boolean(true)])
        let row = try #require(rows.first)
        #expect(try row.value("text", as: String.self) == text)
        #expect(try row.value("number", as: Int64.self) == 42)
        #expect(try row.value("flag", as: Bool.self))
        #expect(try row.optional("nothing", as: String.self) == nil)
        #expect(throws: PostgresError.self) { try row.value("text", as: Int.self) }
        #expect(throws: PostgresError.self) { try row.optional("missing") }
        await connection.close()
    }

    @Test func `an error carries the server's code and the statement`() async throws {
        let connection = try await connect()
        let error = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1 / 0") }
        #expect(error?.sqlState == SQLState(rawValue: "22012"))
        #expect(error?.statement == "SELECT 1 / 0")
        #expect(error?.isUnavailability == false)
        await connection.close()
    }

    @Test func `names and literals cannot break out of a statement`() async throws {
        let connection = try await connect()
        for text in ["a\"b", "a'b", "a\\", "\"; SELECT 1; --", "e\u{301}\"\u{301}", "'\u{301}"] {
            let rows = try await connection.query(
                "SELECT \(SQLIdentifier.literal(text)) AS \(SQLIdentifier.quoted(text))")
            #expect(try rows.first?.value(text, as: String.self) == text)
        }
        await connection.close()
    }

    @Test func `a cancelled task ends its statement, and the connection can be used again`() async throws {
        let connection = try await connect()
        let task = Task { try await connection.query("SELECT pg_sleep(200)") }
        let cluster = try await TestCluster.shared()
        let pid = connection.facts.backendPID
        try await eventually("the sessions are there") {
            try await cluster.psql("SELECT state FROM pg_stat_activity WHERE pid = \(pid)") == "active"
        }
        let start = ContinuousClock.now
        task.cancel()
        let result = await task.result
        #expect(throws: PostgresError.self) { try result.get() }
        #expect(ContinuousClock.now - start < .seconds(150))
        for _ in 0..<20 { try await connection.query("SELECT 1") }
        await connection.close()
    }

    @Test func `a failed transaction is rolled back`() async throws {
        let connection = try await connect()
        await #expect(throws: PostgresError.self) {
            try await connection.run { handle in
                try handle.transaction { handle in
                    try handle.query("CREATE TEMP TABLE gone (a int)")
                    try handle.query("SELECT 1 / 0")
                }
            }
        }
        let rows = try await connection.query("SELECT to_regclass('pg_temp.gone') IS NULL AS gone")
        #expect(try rows.first?.value("gone", as: Bool.self) == true)
        await connection.close()
    }

    @Test func `twenty sessions that wait do not keep each other from going on`() async throws {
        let connection = try await connect()
        try await connection.query("SELECT pg_advisory_lock(-77)")
        let cluster = try await TestCluster.shared()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let waiting = try await connect()
                    try await waiting.query("SELECT pg_advisory_lock_shared(-77)")
                    await waiting.close()
                }
            }
            try await eventually("the sessions are there") {
                let waiting = try await cluster.psql(
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 4294967219")
                return waiting == "20"
            }
            try await connection.query("SELECT pg_advisory_unlock(-77)")
            try await group.waitForAll()
        }
        await connection.close()
    }

    @Test func `settings of the role do not change a session of ours`() async throws {
        let cluster = try await TestCluster.shared()
        let role = TestCluster.uniqueName("slow")
        try await cluster.psql(
            """
            CREATE ROLE \(role) LOGIN PASSWORD 'x';
            ALTER ROLE \(role) SET statement_timeout = '20ms';
            ALTER ROLE \(role) SET datestyle = 'German'
            """)
        let connection = try await connect { $0.url(user: role, password: Secret("x")) }
        try await connection.query("SELECT pg_sleep(0.1)")
        let rows = try await connection.query("SELECT DATE '2026-01-31' AS day")
        #expect(try rows.first?.value("day", as: String.self) == "2026-01-31")
        await connection.close()
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test func `the error about a wrong password does not contain it`() async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await connect { $0.url(password: Secret("not it at all")) }
        }
        #expect(error?.message.contains("password authentication failed") == true)
        #expect(error?.message.contains("not it") == false)
    }

    @Test func `a pool outlives a restart of the server`() async throws {
        let cluster = try await TestCluster.fresh()
        let pool = ConnectionPool(
            parameters: try ConnectionParameters(parsing: cluster.adminURL), capacity: 2, logger: Logger(label: "test"))
        func ask() async throws -> Int? {
            try await pool.run { handle in
                try handle.query("SELECT 1 AS one").first?.value("one", as: Int.self)
            }
        }
        #expect(try await ask() == 1)
        try await cluster.restart(mode: .immediate)
        #expect(try await ask() == 1)
        try await cluster.stop()
        let error = await #expect(throws: PostgresError.self) { try await ask() }
        #expect(error?.isUnavailability == true)
        try await cluster.start()
        #expect(try await ask() == 1)
        await pool.closeIdle()
    }
}
