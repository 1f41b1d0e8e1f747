import BranchingCore
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// A control database that somebody else can change: none of their code may run as the server's role.
@Suite(.timeLimit(.minutes(5))) struct ForeignControlDatabaseTests {
    private static let versions: [TestedVersion] = [15, 18]
    /// Ends in an error wherever it runs, and leaves no other trace.
    private static let evil = """
        CREATE SCHEMA evil; GRANT USAGE ON SCHEMA evil TO PUBLIC;
        CREATE FUNCTION evil.fire() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'evil ran'; END $$;
        CREATE FUNCTION evil.number() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'evil ran'; END $$;
        """

    private static func refusal(of service: PostgresBranchService, _ name: BranchName) async -> String {
        do throws(BranchError) {
            _ = try await service.create(BranchRequest(name: name))
            return "It was not refused."
        } catch {
            if case .notConfigured(let text) = error { return text }
            return "It was another error: \(error)"
        }
    }

    /// The attack: whoever makes it first adds tables with a trigger, and lets everybody write to them.
    @Test(arguments: versions)
    func `one that somebody made first is refused, and is not even entered`(version: TestedVersion) async throws {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        let secret = "SELECT rolpassword FROM pg_authid WHERE rolname = '\(TestCluster.serverRole)'"
        let before = try await cluster.psql(secret)
        try await cluster.psql("ALTER SYSTEM SET log_connections = on")
        try await cluster.psql("SELECT pg_reload_conf()")
        let (control, source) = (TestCluster.uniqueName("control"), try await cluster.createSource())
        let service = PostgresBranchService(
            configuration: .init(
                server: try ConnectionParameters(parsing: cluster.serverURL(database: source)),
                controlDatabase: control), logger: Logger(label: "test"))
        try await cluster.psql("CREATE DATABASE \(control)", user: TestCluster.strangerRole)
        let versions = Migration.all.map { "(\($0.version))" }.joined(separator: ", ")
        try await cluster.psql(
            """
            CREATE SCHEMA ayb; GRANT USAGE ON SCHEMA ayb TO PUBLIC;
            CREATE TABLE ayb.schema_migration (version integer PRIMARY KEY, applied_at timestamptz);
            INSERT INTO ayb.schema_migration VALUES \(versions);
            \(Migration.all.map(\.sql).joined(separator: ";\n"));
            GRANT ALL ON ALL TABLES IN SCHEMA ayb TO PUBLIC; GRANT ALL ON ALL SEQUENCES IN SCHEMA ayb TO PUBLIC;
            CREATE FUNCTION ayb.fire() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN EXECUTE 'ALTER ROLE \(TestCluster.serverRole) PASSWORD ''stolen'''; RETURN NEW; END $$;
            CREATE TRIGGER fire BEFORE INSERT ON ayb.branch FOR EACH ROW EXECUTE FUNCTION ayb.fire();
            """, database: control, user: TestCluster.strangerRole)
        let text = await Self.refusal(of: service, try BranchName("b"))
        #expect(text.contains("belongs to the role '\(TestCluster.strangerRole)'"), "\(text)")
        #expect(text.contains("branching.control_database"))
        #expect(try await cluster.psql(secret) == before)
        #expect(try await cluster.psql("SELECT count(*) FROM ayb.branch", database: control) == "0")
        let log = try String(contentsOfFile: cluster.logFile, encoding: .utf8)
        // PostgreSQL has logged the connection.
        #expect(log.contains("user=\(TestCluster.strangerRole) database=\(control)"))
        #expect(!log.contains("user=\(TestCluster.serverRole) database=\(control)"))
    }

    /// What somebody else can have put into our control database, and what the refusal says.
    static let hands: [(sql: String, said: String)] = [
        ("ALTER SCHEMA ayb OWNER TO mallory", "the schema ayb of role 'mallory'"),
        ("ALTER TABLE ayb.branch OWNER TO mallory", "the table ayb.branch of role 'mallory'"),
        ("ALTER SEQUENCE ayb.operation OWNER TO mallory", "the sequence ayb.operation of role 'mallory'"),
        (
            "CREATE TRIGGER fire BEFORE INSERT ON ayb.branch FOR EACH ROW EXECUTE FUNCTION evil.fire()",
            "the trigger fire on ayb.branch"
        ),
        (
            "CREATE RULE steal AS ON INSERT TO ayb.temporary_database DO ALSO SELECT evil.number()",
            "the rule steal on ayb.temporary_database"
        ),
        ("ALTER TABLE ayb.branch ALTER size_bytes SET DEFAULT evil.number()", "function evil.number()"),
        ("ALTER TABLE ayb.branch ADD CHECK (bytes_done <> evil.number())", "function evil.number()"),
        (
            "ALTER TABLE ayb.branch ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON ayb.branch USING (true)",
            "the policy p"
        ),
        (
            "ALTER TABLE ayb.branch RENAME TO kept; CREATE VIEW ayb.branch AS SELECT * FROM ayb.kept",
            "the view ayb.branch"
        ),
        ("CREATE FUNCTION ayb.nextval(text) RETURNS bigint LANGUAGE sql AS 'SELECT 1'", "the function ayb.nextval"),
        ("CREATE DOMAIN ayb.odd AS text CHECK (evil.number() > 0)", "the type ayb.odd"),
        ("CREATE DOMAIN evil.odd AS text; ALTER TABLE ayb.branch ALTER phase TYPE evil.odd", "type evil.odd"),
        ("GRANT INSERT ON ayb.branch TO outsider", "the privilege INSERT on ayb.branch of role 'outsider'"),
        ("GRANT UPDATE (branch_database) ON ayb.branch TO PUBLIC", "the privilege UPDATE on columns of ayb.branch"),
        ("GRANT TRIGGER ON ayb.branch TO outsider", "the privilege TRIGGER on ayb.branch"),
        ("GRANT CREATE ON SCHEMA ayb TO outsider", "the privilege CREATE on the schema ayb"),
        ("GRANT USAGE ON SEQUENCE ayb.operation TO outsider", "the privilege USAGE on ayb.operation"),
        (
            "CREATE TABLE evil.child (id text REFERENCES ayb.branch ON DELETE CASCADE)",
            "the foreign key child_id_fkey of evil.child"
        ),
    ]

    @Test(arguments: versions)
    func `one of ours with something of others in its schema is refused, and nothing of it runs`(version: TestedVersion)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        for (sql, said) in Self.hands {
            // It exists before the service starts: an old one did not check.
            let control = TestCluster.uniqueName("control")
            try await cluster.psql("CREATE DATABASE \(control)", user: TestCluster.serverRole)
            let source = try await cluster.createSource()
            let service = PostgresBranchService(
                configuration: .init(
                    server: try ConnectionParameters(parsing: cluster.serverURL(database: source)),
                    controlDatabase: control), logger: Logger(label: "test"))
            try await service.prepare()
            try await cluster.psql(Self.evil + sql, database: control)
            let restarted = PostgresBranchService(configuration: service.configuration, logger: service.logger)
            let text = await Self.refusal(of: restarted, try BranchName("b"))
            #expect(text.contains(said), "\(sql): \(text)")
            let records = sql.contains("VIEW") ? "ayb.kept" : "ayb.branch"
            #expect(try await cluster.psql("SELECT count(*) FROM \(records)", database: control) == "0")
            for database in [control, source] { try await cluster.dropDatabase(database) }
        }
    }

    @Test(arguments: versions)
    func `other roles may read the records, and settings of the database change nothing`(version: TestedVersion)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        try await BranchServiceHarness.run(on: cluster) { harness in
            try await harness.service.prepare()
            try await cluster.psql(
                Self.evil + """
                    CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE plpgsql
                    AS $$ BEGIN RAISE EXCEPTION 'evil ran'; END $$;
                    GRANT USAGE ON SCHEMA ayb TO outsider; GRANT SELECT ON ALL TABLES IN SCHEMA ayb TO outsider;
                    ALTER DATABASE \(harness.control) SET search_path = evil, pg_catalog;
                    ALTER DATABASE \(harness.control) SET default_transaction_read_only = on;
                    ALTER ROLE \(TestCluster.serverRole) IN DATABASE \(harness.control) SET role = '\(TestCluster.ownerRole)'
                    """, database: harness.control)
            let restarted = PostgresBranchService(
                configuration: harness.service.configuration, logger: harness.service.logger)
            try await restarted.prepare()
            #expect(try await harness.create(BranchRequest(name: try harness.name())).status == .ready)
        }
    }

    @Test func `one that is replaced while the server runs is not used`() async throws {
        let cluster = try await TestCluster.fresh()
        try await BranchServiceHarness.run(on: cluster, configure: { $0.reconciliationInterval = .seconds(3600) }) {
            harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await cluster.dropDatabase(harness.control)
            try await cluster.psql("CREATE DATABASE \(harness.control)", user: TestCluster.strangerRole)
            try await cluster.psql(
                "CREATE SCHEMA ayb; CREATE VIEW ayb.branch AS SELECT 1 AS a; GRANT USAGE ON SCHEMA ayb TO PUBLIC",
                database: harness.control, user: TestCluster.strangerRole)
            // The first call finds that its connections are gone.
            await #expect(throws: BranchError.self) { try await harness.service.branch(name) }
            let text = await Self.refusal(of: harness.service, try harness.name())
            #expect(text.contains("belongs to the role 'mallory'"), "\(text)")
            try await cluster.dropDatabase(name.databaseName)
        }
    }
}
