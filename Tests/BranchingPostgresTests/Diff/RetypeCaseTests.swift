import TestSupport
import Testing

/// Hard cases with columns that change their type, source of values or expression.
@Suite struct RetypeCaseTests {
    private static func dependants(type: String) -> String {
        """
        CREATE TABLE accounts (id int PRIMARY KEY, code \(type), owner text);
        CREATE VIEW codes AS SELECT id, code FROM accounts WHERE code IS NOT NULL;
        CREATE VIEW long_codes WITH (security_barrier) AS SELECT * FROM codes WHERE length(code::text) > 3;
        CREATE MATERIALIZED VIEW all_codes AS SELECT id, code FROM long_codes;
        CREATE UNIQUE INDEX all_codes_key ON all_codes (id);
        CREATE INDEX all_codes_code ON all_codes (code);
        CREATE INDEX accounts_code ON accounts (code) WHERE code IS NOT NULL;
        ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
        CREATE POLICY coded ON accounts FOR SELECT TO pg_monitor USING (code IS NOT NULL);
        CREATE POLICY viewed ON accounts USING (EXISTS (SELECT FROM codes WHERE codes.id = accounts.id));
        GRANT SELECT ON codes TO pg_monitor;
        GRANT SELECT (id), UPDATE (owner) ON accounts TO pg_monitor;
        GRANT SELECT (code) ON long_codes TO pg_read_all_settings;
        COMMENT ON COLUMN codes.code IS 'the code';
        COMMENT ON INDEX all_codes_key IS 'the key';
        """
    }

    @Test(arguments: try await DiffVersions.all())
    func `a column is retyped under views, a materialized view, a policy and grants`(version: TestedVersion)
        async throws
    {
        try await DiffScene(
            version: version, from: Self.dependants(type: "int"), to: Self.dependants(type: "text"),
            rows: "INSERT INTO accounts VALUES (1, 12345, 'a'), (2, NULL, 'b'); REFRESH MATERIALIZED VIEW all_codes"
        ).expect([
            "SELECT id, code, owner FROM accounts ORDER BY id": "1|12345|a\n2||b", "SELECT * FROM all_codes": "1|12345",
        ])
    }

    @Test(arguments: try await DiffVersions.from(14))
    func `storage, compression and statistics survive a retype or change with it`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE notes (id int, kept varchar(10), changed varchar(10), bits bytea);
                ALTER TABLE notes ALTER kept SET STORAGE EXTERNAL, ALTER kept SET STATISTICS 55,
                    ALTER changed SET STORAGE EXTERNAL, ALTER kept SET (n_distinct = 5), ALTER bits SET COMPRESSION pglz;
                """,
            to: """
                CREATE TABLE notes (id int, kept text, changed text, bits text);
                ALTER TABLE notes ALTER kept SET STORAGE EXTERNAL, ALTER kept SET STATISTICS 55,
                    ALTER changed SET STORAGE MAIN, ALTER kept SET (n_distinct = 5), ALTER bits SET COMPRESSION pglz;
                """, rows: "INSERT INTO notes VALUES (1, 'a', 'b', 'c')"
        ).expect(["SELECT id, kept, changed FROM notes": "1|a|b"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `the expression of a stored generated column changes with what uses it`(version: TestedVersion) async throws {
        func schema(_ expression: String) -> String {
            """
            CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (\(expression)) STORED, CHECK (c < 1000));
            CREATE INDEX sums_c ON sums (c);
            CREATE VIEW large AS SELECT a, c FROM sums WHERE c > 5;
            COMMENT ON COLUMN sums.c IS 'generated';
            """
        }
        try await DiffScene(
            version: version, from: schema("a + b"), to: schema("a * b"), rows: "INSERT INTO sums VALUES (2, 5), (1, 1)"
        ).expect(["SELECT c FROM sums ORDER BY c": "1\n10", "SELECT * FROM large": "2|10"])
    }

    @Test(arguments: try await DiffVersions.from(18))
    func `the expression of a virtual generated column changes with what uses it`(version: TestedVersion) async throws {
        func schema(_ expression: String, _ other: String) -> String {
            """
            CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (\(expression)) VIRTUAL, d int \(other),
                CONSTRAINT small CHECK (c < 1000), CONSTRAINT given NOT NULL a);
            CREATE VIEW large AS SELECT a, c, d FROM sums WHERE c > 5;
            """
        }
        try await DiffScene(
            version: version, from: schema("a + b", "GENERATED ALWAYS AS (a) VIRTUAL"),
            to: schema("a * b", "GENERATED ALWAYS AS (a) STORED"), rows: "INSERT INTO sums VALUES (2, 5), (1, 1)"
        ).expect(["SELECT c, d FROM sums ORDER BY c": "1|1\n10|2", "SELECT * FROM large": "2|10|2"])
    }

    @Test(arguments: try await DiffVersions.from(18))
    func `a named NOT NULL gets another name, and is made and removed`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: "CREATE TABLE t (a int CONSTRAINT a_given NOT NULL, b int NOT NULL, c int, d int PRIMARY KEY)",
            to: """
                CREATE TABLE t (a int CONSTRAINT "a is there" NOT NULL, b int, c int CONSTRAINT c_given NOT NULL NO INHERIT,
                    d int CONSTRAINT d_given PRIMARY KEY)
                """, rows: "INSERT INTO t VALUES (1, 2, 3, 4)"
        ).expect(["SELECT * FROM t": "1|2|3|4"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a serial column becomes an identity column and back, and goes on where it was`(version: TestedVersion)
        async throws
    {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE a (id serial PRIMARY KEY, x int);
                CREATE TABLE b (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, x int);
                CREATE TABLE c (id serial PRIMARY KEY, x int);
                CREATE TABLE d (id int GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5), x int);
                """,
            to: """
                CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x int);
                CREATE TABLE b (id serial PRIMARY KEY, x int);
                CREATE TABLE c (id bigserial PRIMARY KEY, x int);
                CREATE TABLE d (id int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 5), x int);
                """,
            rows: """
                INSERT INTO a (x) VALUES (1), (2); INSERT INTO b (x) VALUES (1), (2);
                INSERT INTO c (x) VALUES (1), (2); INSERT INTO d (x) VALUES (1), (2);
                """
        ).expect([
            "INSERT INTO a (x) VALUES (3) RETURNING id": "3",
            "INSERT INTO b (x) VALUES (3) RETURNING id": "3",
            "INSERT INTO c (x) VALUES (3) RETURNING id": "3", "INSERT INTO d (x) VALUES (3) RETURNING id": "11",
            "SELECT count(*) FROM a": "3",
        ])
    }
}
