import BranchingCore
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// Locks that somebody else holds, and who could take them.
@Suite(.timeLimit(.minutes(5))) struct AdvisoryLockTests {
    private static func session(_ harness: BranchServiceHarness) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: harness.cluster.url(database: harness.control)).named("lock-holder"),
            logger: Logger(label: "test"))
    }

    @Test func `nobody else may connect to the control database, nor to one that was open before`() async throws {
        let cluster = try await TestCluster.fresh()
        try await BranchServiceHarness.run(on: cluster) { harness in
            try await harness.service.prepare()
            let mayConnect =
                "SELECT has_database_privilege('\(TestCluster.outsiderRole)', '\(harness.control)', 'CONNECT')"
            #expect(try await cluster.psql(mayConnect) == "f")
            await #expect(throws: (any Error).self) {
                try await cluster.psql("SELECT 1", database: harness.control, user: TestCluster.outsiderRole)
            }
            // As an older server left it.
            try await cluster.psql("GRANT ALL ON DATABASE \(harness.control) TO PUBLIC")
            #expect(try await cluster.psql(mayConnect) == "t")
            // Many start at once, and change the same row.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    let next = PostgresBranchService(
                        configuration: harness.service.configuration, logger: harness.service.logger)
                    group.addTask { try await next.prepare() }
                }
                try await group.waitForAll()
            }
            #expect(try await cluster.psql(mayConnect) == "f")
        }
    }

    @Test func `a start does not wait for ever for the lock of the migration, and says who holds it`() async throws {
        try await BranchServiceHarness.run { harness in
            try await harness.service.prepare()
            let holder = try await Self.session(harness)
            try await holder.query("SELECT pg_catalog.pg_advisory_lock($1)", [.integer(MigrationRunner.lock.key)])
            let next = PostgresBranchService(
                configuration: harness.service.configuration, logger: harness.service.logger)
            let start = ContinuousClock.now
            let error = await #expect(throws: BranchError.self) { try await next.prepare() }
            #expect(start.duration(to: .now) < MigrationRunner.patience + .seconds(15))
            guard case .unavailable(let text) = error else { Issue.record("\(String(describing: error))"); return }
            #expect(
                text.contains("process \(holder.facts.backendPID) of role 'tester', application 'lock-holder'"),
                "\(text)")
            await holder.close()
            try await next.prepare()
        }
    }

    @Test func `locks of the next operations are passed over, and too many of them are reported`() async throws {
        try await BranchServiceHarness.run { harness in
            try await harness.service.prepare()
            let holder = try await Self.session(harness)
            let locks = """
                SELECT pg_catalog.pg_advisory_lock_shared(g)
                FROM ayb.operation, pg_catalog.generate_series(last_value + 1, last_value + $1) AS g
                """
            try await holder.query(locks, [.integer(50)])
            let name = try harness.name()
            #expect(try await harness.create(BranchRequest(name: name)).status == .ready)
            #expect(
                try await harness.service.diff(DiffRequest(from: .main, to: .main, verifies: true)).verification != nil)
            try await holder.query(locks, [.integer(3000)])
            let start = ContinuousClock.now
            let attempts: [() async throws -> Void] = [
                { _ = try await harness.service.create(BranchRequest(name: try harness.name())) },
                { _ = try await harness.service.diff(DiffRequest(from: .main, to: .main, verifies: true)) },
                { try await harness.service.delete(name, force: false) },
            ]
            for attempt in attempts {
                let error = await #expect(throws: BranchError.self) { try await attempt() }
                guard case .unavailable(let text) = error else { Issue.record("\(String(describing: error))"); return }
                #expect(text.contains("process \(holder.facts.backendPID) of role 'tester'"), "\(text)")
            }
            #expect(start.duration(to: .now) < .seconds(20))
            await holder.close()
            try await harness.service.delete(name, force: false)
        }
    }
}
