import BranchingCore
import BranchingPostgres
import Logging
import TestSupport
import Testing

/// What others do on the source while a stream reads it.
@Suite(.timeLimit(.minutes(3))) struct BusySourceTests {
    /// Large enough for something to happen meanwhile, at the rate that the tests set.
    private static let source = [
        "CREATE TABLE a AS SELECT i, repeat('x', 200) AS t FROM generate_series(1, 20000) AS i",
        "CREATE TABLE z AS SELECT i, repeat('y', 200) AS t FROM generate_series(1, 20000) AS i",
    ]
    private static let rate: Int64 = 4 << 20

    private static func session(_ harness: BranchServiceHarness) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: harness.cluster.url(database: harness.source)),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    @Test(arguments: [
        "TRUNCATE public.z", "DROP TABLE public.z", "ALTER TABLE public.z ALTER i TYPE text",
        "ALTER TABLE public.z ADD b integer DEFAULT 7",
    ])
    func `a change of the schema waits for the rows, and the branch has what was before`(statement: String) async throws
    {
        try await BranchServiceHarness.run(source: Self.source) { harness in
            let name = try harness.name()
            let created = try await harness.service.create(
                BranchRequest(name: name, strategy: .only(.stream), jobs: 1, maximumRate: Self.rate))
            try await eventually("rows move", within: .seconds(60)) {
                try await harness.service.branch(name).progress.map { $0.bytesDone > 0 } ?? true
            }
            let other = try await Self.session(harness)
            try await other.query("SET lock_timeout = '30s'")
            try await other.query(statement)
            #expect(try await harness.service.settled(created).status == .ready)
            let rows = "SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM z), (SELECT max(i) FROM z)"
            #expect(try await harness.cluster.psql(rows, database: name.databaseName) == "20000|20000|20000")
            await other.close()
        }
    }

    @Test func `a table that somebody holds locked is an error within seconds, and nothing is left`() async throws {
        try await BranchServiceHarness.run(source: Self.source) { harness in
            let other = try await Self.session(harness)
            try await other.query("BEGIN")
            try await other.query("LOCK TABLE public.z IN ACCESS EXCLUSIVE MODE")
            let name = try harness.name()
            let start = ContinuousClock.now
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: name, strategy: .only(.stream)))
            }
            #expect(start.duration(to: .now) < .seconds(60))
            #expect(error?.description.contains("locked by another session") == true)
            await other.close()
        }
    }

    @Test func `under a load of writes the branch is one moment of the source`() async throws {
        let statements = [
            "CREATE TABLE account (id integer PRIMARY KEY, balance bigint NOT NULL)",
            "INSERT INTO account SELECT i, 0 FROM generate_series(1, 5000) AS i",
            "CREATE TABLE history (account integer, delta bigint)",
            "CREATE TABLE padding AS SELECT repeat('x', 500) AS t FROM generate_series(1, 10000) AS i",
        ]
        try await BranchServiceHarness.run(source: statements) { harness in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<3 {
                    let session = try await Self.session(harness)
                    group.addTask {
                        var id = worker * 1000 + 1
                        while !Task.isCancelled {
                            id = id % 5000 + 1
                            _ = try? await session.query(
                                "WITH u AS (UPDATE public.account SET balance = balance + 3 WHERE id = $1 RETURNING id) INSERT INTO public.history SELECT id, 3 FROM u",
                                [.integer(Int64(id))])
                        }
                        await session.close()
                    }
                }
                let name = try harness.name()
                try await harness.create(BranchRequest(name: name, strategy: .only(.stream), jobs: 3))
                group.cancelAll()
                let sums =
                    "SELECT (SELECT sum(balance) FROM account) = (SELECT coalesce(sum(delta), 0) FROM history), count(*) > 0 FROM history"
                #expect(try await harness.cluster.psql(sums, database: name.databaseName) == "t|t")
            }
        }
    }

    @Test func `a rate that is asked for is held`() async throws {
        try await BranchServiceHarness.run(source: Self.source) { harness in
            let start = ContinuousClock.now
            try await harness.create(
                BranchRequest(name: try harness.name(), strategy: .only(.stream), jobs: 3, maximumRate: Self.rate))
            // Two tables of four megabytes.
            #expect(start.duration(to: .now) > .seconds(1.5))
        }
    }

    @Test func `as many clones as there are places run, and the others say that they wait`() async throws {
        try await BranchServiceHarness.run(source: Self.source, configure: { $0.maximumConcurrentClones = 1 }) {
            harness in
            let (first, second) = (try harness.name(), try harness.name())
            let one = try await harness.service.create(
                BranchRequest(name: first, strategy: .only(.stream), maximumRate: Self.rate))
            let two = try await harness.service.create(BranchRequest(name: second, strategy: .only(.stream)))
            try await eventually("the second waits") {
                try await harness.service.branch(second).progress?.phase == .queued
            }
            #expect(try await harness.service.settled(two).status == .ready)
            #expect(try await harness.service.branch(first).status == .ready)
            _ = one
        }
    }
}
