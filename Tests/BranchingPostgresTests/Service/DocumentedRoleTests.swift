import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// The role in docs/deployment.md is enough.
@Suite(.timeLimit(.minutes(5))) struct DocumentedRoleTests {
    private static let versions: [TestedVersion] = [15, 18]
    private static let source = [
        "CREATE TYPE mood AS ENUM ('fine')", "CREATE TABLE t (id serial PRIMARY KEY, m mood)",
        "INSERT INTO t (m) VALUES ('fine')", "CREATE VIEW v AS SELECT id FROM t",
        "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "CREATE EXTENSION hstore",
        "CREATE PUBLICATION p FOR TABLE t", "SELECT lo_from_bytea(4711, 'x')",
        "CREATE SCHEMA app CREATE TABLE u (a integer)", "GRANT CREATE ON SCHEMA public TO outsider",
    ]
    private static let owners = """
        SELECT relname || ' ' || relowner::regrole FROM pg_class
        WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
        UNION ALL SELECT nspname || ' ' || nspowner::regrole || ' ' || nspacl::text FROM pg_namespace WHERE nspname IN ('public', 'app')
        UNION ALL SELECT proname || ' ' || proowner::regrole FROM pg_proc WHERE proname = 'one'
        UNION ALL SELECT pubname || ' ' || pubowner::regrole FROM pg_publication
        UNION ALL SELECT lomowner::regrole || ' lo' FROM pg_largeobject_metadata
        UNION ALL SELECT datdba::regrole || ' db' FROM pg_database WHERE datname = current_database()
        ORDER BY 1
        """

    @Test(arguments: versions, CloneStrategy.allCases)
    func `it clones tables in the schema public, with their owners`(version: TestedVersion, strategy: CloneStrategy)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.shared(version: version)
        try await BranchServiceHarness.run(on: cluster, source: Self.source) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
            let wanted = try await cluster.psql(Self.owners, database: harness.source)
            #expect(wanted.contains("t app_owner") && wanted.contains("app_owner db"))
            #expect(try await cluster.psql(Self.owners, database: name.databaseName) == wanted)
            // As an application would.
            let use = "INSERT INTO t (m) VALUES ('fine') RETURNING id"
            #expect(try await cluster.psql(use, database: name.databaseName, user: TestCluster.ownerRole) == "2")
            try await harness.service.delete(name, force: false)
        }
    }

    @Test(arguments: versions)
    func `it verifies a difference, and tries the migration as the owner's database lets it`(version: TestedVersion)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.shared(version: version)
        try await BranchServiceHarness.run(on: cluster, source: Self.source) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await cluster.psql(
                "CREATE TABLE added (a integer PRIMARY KEY); ALTER TABLE t ADD b text; DROP VIEW v",
                database: name.databaseName, user: TestCluster.ownerRole)
            let report = try await harness.service.diff(
                DiffRequest(from: .main, to: .branch(name), verifies: true))
            #expect(!report.changes.isEmpty)
            #expect(report.verification == DiffVerification(), "\(String(describing: report.verification))")
        }
    }

    /// With force, PostgreSQL requires pg_signal_backend, which a role that only deletes its own branches may lack.
    @Test(arguments: versions, [true, false])
    func `it deletes a branch while a worker of autovacuum is on it`(version: TestedVersion, maySignal: Bool)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        if !maySignal { try await cluster.psql("REVOKE pg_signal_backend FROM \(TestCluster.serverRole)") }
        // A worker starts at once, and stays.
        for setting in [
            "autovacuum_naptime = '1s'", "autovacuum_vacuum_cost_delay = '100ms'", "autovacuum_vacuum_cost_limit = 1",
        ] { try await cluster.psql("ALTER SYSTEM SET \(setting)") }
        try await cluster.psql("SELECT pg_reload_conf()")
        try await BranchServiceHarness.run(on: cluster) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await cluster.psql(
                "CREATE TABLE dead AS SELECT i, repeat('x', 500) AS x FROM generate_series(1, 20000) AS i; DELETE FROM dead",
                database: name.databaseName, user: TestCluster.ownerRole)
            try await harness.wait(for: "autovacuum") {
                try await cluster.psql(
                    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND datname = '\(name.databaseName)'"
                ) != "0"
            }
            try await harness.service.delete(name, force: false)
            #expect(try await harness.databases(like: name.databaseName) == [])
        }
    }

    @Test func `what it may not end is named with advice that helps, and the branch can still be used`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            let held = try await IdleSession(on: name.databaseName, of: harness.cluster, as: TestCluster.user)
            await #expect(throws: BranchError.blocked(name, by: [.session(user: TestCluster.user, pid: held.pid)])) {
                try await harness.service.delete(name, force: false)
            }
            #expect(try await harness.service.branch(name).status == .ready)
            #expect(
                try await harness.cluster.psql(
                    "SELECT 1", database: name.databaseName, user: TestCluster.outsiderRole) == "1")
            await held.close()
            try await harness.service.delete(name, force: false)
        }
    }
}
