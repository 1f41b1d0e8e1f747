import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// Sources that are hard to copy.
@Suite(.timeLimit(.minutes(3))) struct HardSourceTests {
    @Test func `a role that row security binds gets an error, and never fewer rows`() async throws {
        let cluster = try await TestCluster.shared()
        let role = TestCluster.uniqueName("reader")
        try await cluster.psql("CREATE ROLE \(role) LOGIN PASSWORD 'p'")
        let statements = [
            "CREATE TABLE t (owner text)", "INSERT INTO t VALUES ('\(role)'), ('x')",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY mine ON t USING (owner = current_user)", "GRANT SELECT ON t TO \(role)",
        ]
        try await BranchServiceHarness.run(source: statements) { harness in
            let url = cluster.url(database: harness.source, user: role, password: Secret("p"))
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(
                    BranchRequest(name: try harness.name(), source: .database(url), strategy: .only(.stream)))
            }
            #expect(error?.description.contains("row-level security") == true)
        }
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test func `tables without their rows keep their keys, and keys that refer to them are not validated`() async throws
    {
        let statements = [
            "CREATE TABLE person (id integer PRIMARY KEY)", "INSERT INTO person VALUES (1)",
            "CREATE TABLE letter (person integer REFERENCES person)", "INSERT INTO letter VALUES (1)",
        ]
        try await BranchServiceHarness.run(source: statements) { harness in
            let name = try harness.name()
            let branch = try await harness.create(
                BranchRequest(name: name, excludedTableData: [try TablePattern("public.pers*")]))
            #expect(branch.strategy == .stream)
            let found =
                "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM letter), convalidated FROM pg_constraint WHERE contype = 'f'"
            #expect(try await harness.cluster.psql(found, database: name.databaseName) == "0|1|f")
        }
    }

    @Test(arguments: ["LATIN1", "SQL_ASCII", "EUC_JP"])
    func `rows are not converted, whatever the encoding`(encoding: String) async throws {
        try await BranchServiceHarness.run { harness in
            let source = TestCluster.uniqueName("encoded")
            try await harness.cluster.psql(
                "CREATE DATABASE \(source) TEMPLATE template0 ENCODING '\(encoding)' LC_COLLATE 'C' LC_CTYPE 'C'")
            // Bytes that are not UTF-8, and in SQL_ASCII not even text.
            let text = encoding == "EUC_JP" ? "convert_from('\\xa4a2', 'EUC_JP')" : "chr(233)"
            try await harness.cluster.psql(
                "CREATE TABLE t AS SELECT \(text) AS a, 1 AS b; ALTER TABLE t ADD \"x y\" regclass DEFAULT 't'",
                database: source)
            let name = try harness.name()
            let url = harness.cluster.url(database: source)
            try await harness.create(BranchRequest(name: name, source: .database(url), strategy: .only(.stream)))
            let bytes =
                "SET client_encoding = '\(encoding)'; SELECT textsend(a), b, \"x y\", pg_encoding_to_char(encoding) FROM t, pg_database WHERE datname = current_database()"
            #expect(
                try await harness.cluster.psql(bytes, database: name.databaseName)
                    == harness.cluster.psql(bytes, database: source))
            try await harness.cluster.dropDatabase(source)
        }
    }

    @Test func `many small tables and a row that is larger than any block arrive whole`() async throws {
        let statements = [
            "SELECT format('CREATE TABLE t%s (id integer PRIMARY KEY, a text); INSERT INTO t%s SELECT i, md5(i::text) FROM generate_series(1, %s) AS i', n, n, n % 5) FROM generate_series(1, 300) AS n\n\\gexec\nSELECT 1",
            "CREATE TABLE large (a text, b bytea)", "ALTER TABLE large ALTER a SET STORAGE EXTERNAL",
            "INSERT INTO large SELECT repeat('0123456789', 2000000), decode(repeat('ab', 5000000), 'hex')",
        ]
        try await BranchServiceHarness.run(source: statements) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(.stream), jobs: 2))
            for query in [
                "SELECT sum((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', oid::regclass), true, true, '')))[1]::text::int) FROM pg_class WHERE relkind = 'r' AND relname ~ '^t'",
                "SELECT md5(a), md5(b) FROM large",
                "SELECT count(*) FROM pg_index WHERE indisprimary AND indrelid > 16384",
            ] {
                #expect(
                    try await harness.cluster.psql(query, database: name.databaseName)
                        == harness.cluster.psql(query, database: harness.source))
            }
        }
    }

    @Test func `hundreds of tables that name each other are made at once, and are what they were`() async throws {
        let statements = [
            "CREATE TYPE mood AS ENUM ('fine')", "CREATE SEQUENCE shared",
            "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
            """
            SELECT format('CREATE TABLE a%s (id serial PRIMARY KEY, m mood, n integer DEFAULT one(), g integer GENERATED ALWAYS AS IDENTITY); COMMENT ON TABLE a%s IS $$It''s %s$$; CREATE TABLE b%s (x integer DEFAULT nextval(''shared''), y a%s, z text) INHERITS (a%s); CREATE VIEW ab%s AS SELECT id, m FROM b%s; INSERT INTO b%s (m, g) VALUES (''fine'', 1)', n, n, n, n, n, n, n, n, n) FROM generate_series(1, 60) AS n
            \\gexec
            SELECT 1
            """,
            "CREATE TABLE parted (k integer) PARTITION BY RANGE (k)",
            """
            SELECT format('CREATE TABLE parted_%s PARTITION OF parted FOR VALUES FROM (%s) TO (%s)', n, n, n + 1) FROM generate_series(1, 60) AS n
            \\gexec
            SELECT 1
            """,
            "CREATE TABLE of_view (v ab7)", "INSERT INTO parted SELECT generate_series(1, 60)",
        ]
        try await BranchServiceHarness.run(source: statements) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(.stream), jobs: 3))
            let wanted = try await DatabaseContents.read(harness.source, in: harness.cluster)
            let found = try await DatabaseContents.read(name.databaseName, in: harness.cluster)
            #expect(found.schema == wanted.schema)
            #expect(found.schema.count > 500)
            #expect(found.rows == wanted.rows)
            #expect(found.sequences == wanted.sequences)
        }
    }

    @Test func `a missing extension is reported before anything is made`() async throws {
        let other = try await TestCluster.fresh()
        let source = try await other.createDatabase(["CREATE EXTENSION hstore"])
        // As if it had been installed only there.
        try await other.psql("UPDATE pg_extension SET extname = 'not_here' WHERE extname = 'hstore'", database: source)
        try await BranchServiceHarness.run { harness in
            let request = BranchRequest(name: try harness.name(), source: .database(other.url(database: source)))
            #expect(try await harness.service.plan(request).missingExtensions == ["not_here"])
            let error = await #expect(throws: BranchError.self) { try await harness.create(request) }
            #expect(error?.description.contains("not_here") == true)
        }
    }
}
