import BranchingCore
import BranchingPostgres
import MigrationPlanner
import SchemaComparison
import TestSupport
import Testing

/// Internal options of PostgreSQL in the catalogs, such as `pg_attver` in a minor release: this plants the next one.
@Suite(.timeLimit(.minutes(5))) struct InternalOptionTests {
    private static let schema = [
        "CREATE TABLE t (a integer, b text)", "CREATE INDEX i ON t (a)", "CREATE VIEW v AS SELECT a FROM t",
        "CREATE MATERIALIZED VIEW m AS SELECT a FROM t", "CREATE TYPE pair AS (a integer)",
        "CREATE FOREIGN DATA WRAPPER w", "CREATE SERVER s FOREIGN DATA WRAPPER w",
        "CREATE FOREIGN TABLE f (a integer) SERVER s", "ALTER TABLE t ALTER a SET (n_distinct = 5)",
    ]

    private static let ofColumns = """
        UPDATE pg_attribute SET attoptions = ARRAY['pg_next=' || attnum] || coalesce(attoptions, '{}')
        WHERE attnum > 0 AND attrelid IN (SELECT oid FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'I', 't', 'S'))
        """
    private static let ofRelations = """
        UPDATE pg_class SET reloptions = '{pg_next=1}'::text[] || coalesce(reloptions, '{}')
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i', 'v', 'm')
        """

    @Test(arguments: try await TestCluster.availableVersions())
    func `an unknown option changes nothing, and is reported`(version: TestedVersion) async throws {
        let cluster = try await TestCluster.shared(version: version)
        let plain = try await cluster.createDatabase(Self.schema)
        let planted = try await cluster.createDatabase(Self.schema + [Self.ofColumns, Self.ofRelations])
        for (from, to) in [(plain, planted), (planted, plain)] {
            let diff = SchemaDiff(from: try await cluster.schema(of: from), to: try await cluster.schema(of: to))
            #expect(diff.changes.isEmpty)
            #expect(diff.migration.sql.isEmpty)
            let told = diff.unsupported.map { "\($0.catalog): \($0.description)" }
            #expect(
                told == [
                    "pg_attribute: option pg_next of columns", "pg_class: option pg_next of indexes",
                    "pg_class: option pg_next of tables", "pg_class: option pg_next of views",
                ])
        }
        for database in [plain, planted] { try await cluster.dropDatabase(database) }
    }

    @Test(arguments: CloneStrategy.allCases)
    func `a column with such an option is cloned, compared and verified`(strategy: CloneStrategy) async throws {
        try await BranchServiceHarness.run(as: .superuser, source: Self.schema + [Self.ofColumns]) { harness in
            let name = try harness.name()
            #expect(try await harness.create(BranchRequest(name: name, strategy: .only(strategy))).status == .ready)
            let cluster = harness.cluster
            let options =
                "SELECT array_to_string(attoptions, ',') FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum = 1"
            #expect(try await cluster.psql(options, database: name.databaseName).contains("n_distinct=5"))
            try await cluster.psql("ALTER TABLE t ADD c integer", database: name.databaseName)
            let report = try await harness.service.diff(
                DiffRequest(from: .main, to: .branch(name), verifies: true))
            #expect(report.changes.map(\.object) == ["public.t.c"])
            #expect(!report.sql.contains("pg_"))
            #expect(report.verification?.equal == true, "\(String(describing: report.verification))")
        }
    }

    @Test func `what belongs to members of an extension is never written`() async throws {
        let cluster = try await TestCluster.shared()
        let member = [
            "CREATE EXTENSION hstore", "CREATE TABLE kept (a integer PRIMARY KEY, b text DEFAULT 'x' CHECK (b <> ''))",
            "ALTER EXTENSION hstore ADD TABLE kept",
        ]
        let more = [
            "CREATE INDEX ON kept (b)", "ALTER TABLE kept ALTER a SET STATISTICS 7, ALTER b SET (n_distinct = 3)",
            "ALTER TABLE kept ADD c integer DEFAULT 1", "ALTER TABLE kept ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY p ON kept USING (true)", "CREATE RULE r AS ON DELETE TO kept DO INSTEAD NOTHING",
            "CREATE TABLE child () INHERITS (kept)", "DROP TABLE child",
        ]
        let one = try await cluster.createDatabase(member)
        let other = try await cluster.createDatabase(member + more)
        for (from, to) in [(one, other), (other, one)] {
            let diff = SchemaDiff(from: try await cluster.schema(of: from), to: try await cluster.schema(of: to))
            #expect(diff.migration.sql.isEmpty)
        }
        for database in [one, other] { try await cluster.dropDatabase(database) }
    }
}
