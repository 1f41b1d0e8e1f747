import BranchingCore
import BranchingPostgres
import Logging
import TestSupport
import Testing

/// A waiting clone moves no bytes, but must still notice that its branch is being deleted.
@Suite(.timeLimit(.minutes(5))) struct QuietCloneTests {
    @Test func `a create that waits for a lock of a foreign source ends when another server deletes it`() async throws {
        let other = try await TestCluster.fresh()
        let source = try await other.createDatabase(["CREATE TABLE t AS SELECT 7 AS a"])
        let url = other.url(database: source)
        let locker = try await PostgresConnection.connect(
            to: ConnectionParameters(parsing: url), logger: Logger(label: "test"))
        try await locker.query("BEGIN")
        try await locker.query("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE")
        let waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)' AND wait_event_type = 'Lock'"
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            _ = try await harness.service.create(
                BranchRequest(name: name, source: .database(url), strategy: .only(.dump)))
            try await harness.wait(for: "the dump to wait for the lock") { try await other.psql(waiting) == "1" }
            // Another server on the same control database: it cannot end sessions on the foreign source.
            var configuration = PostgresBranchService.Configuration(
                server: try ConnectionParameters(parsing: harness.cluster.serverURL(database: harness.source)),
                controlDatabase: harness.control)
            configuration.limits.probe = .seconds(30)
            let second = PostgresBranchService(configuration: configuration, logger: Logger(label: "test"))
            let start = ContinuousClock.now
            try await second.delete(name, force: false)
            try await harness.wait(for: "the dump to end") { try await other.psql(waiting) == "0" }
            // Far below `database.lock_timeout`, which would end it too.
            #expect(ContinuousClock.now - start < .seconds(15))
        }
        await locker.close()
    }
}
