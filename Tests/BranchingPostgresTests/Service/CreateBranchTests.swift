import BranchingCore
import BranchingPostgres
import Logging
import TestSupport
import Testing

@Suite struct CreateBranchTests {
    @Test func `a source that nobody uses is copied as a template`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let branch = try await harness.create(BranchRequest(name: name))
            #expect(branch.status == .ready)
            #expect(branch.strategy == .template)
            #expect(branch.strategyReason?.contains("same cluster") == true)
            #expect(branch.sourceDatabase == harness.source)
            #expect(branch.branchDatabase == name.databaseName)
            #expect((branch.sizeBytes ?? 0) > 1_000_000)
            #expect(branch.progress == nil)
            #expect(try await harness.cluster.psql("SELECT a FROM t", database: name.databaseName) == "1")
        }
    }

    @Test func `a source in use is copied without disturbing a session on it`() async throws {
        try await BranchServiceHarness.run { harness in
            let parameters = try ConnectionParameters(parsing: harness.cluster.url(database: harness.source))
            let session = try await PostgresConnection.connect(to: parameters, logger: .init(label: "test"))
            try await session.query("BEGIN")
            try await session.query("INSERT INTO public.t VALUES (2)")
            let name = try harness.name()
            let branch = try await harness.create(BranchRequest(name: name))
            #expect(branch.strategy == .stream)
            #expect(branch.strategyReason?.contains("in use by 1 other session") == true)
            try await session.query("COMMIT")
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: name.databaseName) == "1")
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: harness.source) == "2")
            await session.close()
        }
    }

    @Test func `nothing of ours is in the source or connected to it after a clone`() async throws {
        try await BranchServiceHarness.run { harness in
            let before = try await harness.cluster.psql("SELECT count(*) FROM pg_class", database: harness.source)
            for strategy in CloneStrategy.allCases {
                try await harness.create(BranchRequest(name: try harness.name(), strategy: .only(strategy)))
            }
            #expect(try await harness.cluster.psql("SELECT count(*) FROM pg_class", database: harness.source) == before)
            let source = harness.source
            try await harness.wait(for: "no session on the source") {
                try await harness.cluster.psql("SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)'")
                    == "0"
            }
        }
    }

    @Test func `sessions on the source are ended only when that is allowed`() async throws {
        try await BranchServiceHarness.run { harness in
            let parameters = try ConnectionParameters(
                parsing:
                    harness.cluster.url(database: harness.source, user: TestCluster.outsiderRole))
            let session = try await PostgresConnection.connect(to: parameters, logger: .init(label: "test"))
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: try harness.name(), strategy: .only(.template)))
            }
            guard case .failed(let failed) = error else { Issue.record("\(String(describing: error))"); return }
            #expect(failed.errorCode == .sourceInUse)
            try await session.query("SELECT 1")
            let branch = try await harness.create(
                BranchRequest(name: try harness.name(), strategy: .only(.template), disconnectSource: true))
            #expect(branch.strategy == .template)
            await #expect(throws: PostgresError.self) { try await session.query("SELECT 1") }
        }
    }

    @Test(arguments: CloneStrategy.allCases)
    func `settings, privileges, owner and statistics come along`(strategy: CloneStrategy) async throws {
        let role = TestCluster.uniqueName("role")
        let cluster = try await TestCluster.shared()
        try await cluster.psql("CREATE ROLE \(role)")
        let statements = [
            "CREATE TABLE t AS SELECT generate_series(1, 1000) AS a", "ANALYZE", "CREATE SEQUENCE s",
            "SELECT setval('s', 41)", "SELECT lo_from_bytea(4711, 'hello')", "GRANT SELECT ON t TO \(role)",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path TO a, \"B c\"', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET my.text TO ''it''''s \\ so''', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('ALTER ROLE \(role) IN DATABASE %I SET work_mem TO ''7MB''', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO \(role) WITH GRANT OPTION', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 17', current_database()); END $$",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO \(role)', current_database()); END $$",
        ]
        try await BranchServiceHarness.run(as: .superuser, source: statements) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
            func compare(_ sql: (String) -> String) async throws {
                let of = sql
                let original = try await harness.cluster.psql(of(harness.source))
                #expect(!original.isEmpty)
                #expect(try await harness.cluster.psql(of(name.databaseName)) == original)
            }
            try await compare {
                "SELECT array_agg(a ORDER BY a) FROM pg_database, unnest(datacl::text[]) AS a WHERE datname = '\($0)'"
            }
            try await compare {
                "SELECT datdba::regrole, datconnlimit, encoding, datcollate FROM pg_database WHERE datname = '\($0)'"
            }
            try await compare {
                "SELECT setrole::regrole, array(SELECT unnest(setconfig) ORDER BY 1) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE datname = '\($0)' ORDER BY 1"
            }
            let database = name.databaseName
            #expect(try await harness.cluster.psql("SELECT last_value FROM public.s", database: database) == "41")
            #expect(try await harness.cluster.psql("SELECT lo_get(4711)", database: database) == "\\x68656c6c6f")
            #expect(
                try await harness.cluster.psql("SELECT reltuples FROM pg_class WHERE relname = 't'", database: database)
                    == "1000")
            #expect(
                try await harness.cluster.psql("SELECT relacl FROM pg_class WHERE relname = 't'", database: database)
                    .contains(role))
        }
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test func `only the schema is copied when only that is wanted`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let branch = try await harness.create(BranchRequest(name: name, schemaOnly: true))
            #expect(branch.strategy == .stream)
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: name.databaseName) == "0")
        }
    }

    @Test(arguments: [CloneStrategy.dump, .stream])
    func `a schema that the source has dropped is not in a branch either`(strategy: CloneStrategy) async throws {
        try await BranchServiceHarness.run(source: ["DROP SCHEMA public", "CREATE SCHEMA app"]) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
            let schemas = "SELECT nspname FROM pg_namespace WHERE nspname IN ('public', 'app')"
            #expect(try await harness.cluster.psql(schemas, database: name.databaseName) == "app")
        }
    }

    @Test func `a branch is made from a branch, and from a URL of the same cluster as a template`() async throws {
        try await BranchServiceHarness.run { harness in
            let (first, second, third) = (try harness.name(), try harness.name(), try harness.name())
            try await harness.create(BranchRequest(name: first))
            try await harness.cluster.psql("INSERT INTO t VALUES (2)", database: first.databaseName)
            try await harness.create(BranchRequest(name: second, source: .branch(first)))
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: second.databaseName) == "2")
            let url = harness.cluster.url(database: harness.source)
            let branch = try await harness.create(BranchRequest(name: third, source: .database(url)))
            #expect(branch.strategy == .template)
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: third.databaseName) == "1")
        }
    }

    @Test func `a source in another cluster is streamed, and its missing roles are left out`() async throws {
        let other = try await TestCluster.fresh()
        let role = TestCluster.uniqueName("elsewhere")
        try await other.psql("CREATE ROLE \(role)")
        let source = try await other.createDatabase(
            ["CREATE TABLE t AS SELECT 7 AS a", "ALTER TABLE t OWNER TO \(role)", "GRANT SELECT ON t TO PUBLIC"])
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let url = other.url(database: source)
            let plan = try await harness.service.plan(BranchRequest(name: name, source: .database(url)))
            #expect(plan.strategy == .stream)
            #expect(plan.missingRoles == [role])
            let slow = try await harness.service.plan(
                BranchRequest(name: name, source: .database(url), maximumRate: plan.bytes / 1000))
            #expect(slow.estimatedSeconds >= 1000)
            let branch = try await harness.create(BranchRequest(name: name, source: .database(url)))
            #expect(branch.strategyReason == "The source is in another cluster.")
            #expect(try await harness.cluster.psql("SELECT a FROM t", database: name.databaseName) == "7")
        }
    }

    @Test func `an unreachable source gives a failed record that keeps its name and tells no password`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let url = harness.cluster.url(database: harness.source, password: Secret("wr@ng:secret"))
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: name, source: .database(url)))
            }
            guard case .failed(let branch) = error else { Issue.record("\(String(describing: error))"); return }
            #expect(branch.errorCode == .sourceUnreachable)
            #expect(branch.errorMessage?.contains("password authentication failed") == true)
            #expect(branch.errorMessage?.contains("wr@ng") == false)
            await #expect(throws: BranchError.nameTaken(name)) {
                try await harness.service.create(BranchRequest(name: name))
            }
            try await harness.service.delete(name, force: false)
            try await harness.create(BranchRequest(name: name))
        }
    }

    @Test func `a source that does not exist is unreachable`() async throws {
        try await BranchServiceHarness.run { harness in
            let url = harness.cluster.url(database: "no_such_database")
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(BranchRequest(name: try harness.name(), source: .database(url)))
            }
            guard case .failed(let branch) = error else { Issue.record("\(String(describing: error))"); return }
            #expect(branch.errorCode == .sourceUnreachable)
        }
    }

    @Test func `a database that only has a branch's name is left alone`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.cluster.psql("CREATE DATABASE \"\(name.databaseName)\"")
            await #expect(throws: BranchError.databaseTaken(database: name.databaseName, by: nil)) {
                try await harness.service.create(BranchRequest(name: name))
            }
            await #expect(throws: BranchError.notFound(name)) { try await harness.service.delete(name, force: true) }
            #expect(try await harness.databases(like: name.databaseName) == [name.databaseName])
            try await harness.cluster.dropDatabase(name.databaseName)
        }
    }

    @Test func `a role with LOGIN and CREATEDB alone can branch its own database`() async throws {
        let cluster = try await TestCluster.fresh()
        try await cluster.psql("CREATE ROLE dev LOGIN CREATEDB PASSWORD 'd@v:/%'")
        let source = try await cluster.createDatabase([], owner: "dev")
        let url = cluster.url(database: source, user: "dev", password: Secret("d@v:/%"))
        try await BranchServiceHarness.run(
            on: cluster, configure: { $0.server = try ConnectionParameters(parsing: url) }
        ) { harness in
            for strategy in CloneStrategy.allCases {
                let branch = try await harness.create(
                    BranchRequest(name: try harness.name(), strategy: .only(strategy)))
                #expect(branch.status == .ready)
                try await harness.service.delete(branch.name, force: false)
            }
        }
    }
}
