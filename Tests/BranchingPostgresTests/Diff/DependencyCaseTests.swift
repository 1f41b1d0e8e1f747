import BranchingCore
import MigrationPlanner
import TestSupport
import Testing

/// The hard cases with constraints, functions and privileges.
@Suite struct DependencyCaseTests {
    @Test(arguments: try await DiffVersions.all())
    func `exclusion and deferrable constraints are made, changed and removed`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE rooms (id int UNIQUE DEFERRABLE, during int4range, other int4range, code int,
                    CONSTRAINT free EXCLUDE USING gist (during WITH &&), CONSTRAINT coded UNIQUE (code));
                CREATE TABLE beds (room int CONSTRAINT placed REFERENCES rooms (code), note text);
                """,
            to: """
                CREATE TABLE rooms (id int UNIQUE DEFERRABLE INITIALLY DEFERRED, during int4range, other int4range, code int,
                    CONSTRAINT free EXCLUDE USING gist (during WITH &&, other WITH =) WHERE (id > 0) DEFERRABLE,
                    CONSTRAINT coded UNIQUE (code));
                CREATE TABLE beds (room int CONSTRAINT placed REFERENCES rooms (code) ON DELETE SET NULL
                    DEFERRABLE INITIALLY DEFERRED, note text, CONSTRAINT one UNIQUE (note) DEFERRABLE);
                """, rows: "INSERT INTO rooms VALUES (1, '[1,5)', '[1,2)', 7); INSERT INTO beds VALUES (7, 'a')"
        ).expect([
            "SELECT * FROM rooms": "1|[1,5)|[1,2)|7",
            "BEGIN; INSERT INTO rooms (id) VALUES (1); DELETE FROM rooms WHERE code = 7; COMMIT; SELECT * FROM beds":
                "|a",
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a list of texts on varchar converges wherever it appears`(version: TestedVersion) async throws {
        func schema(_ list: String) -> String {
            """
            CREATE DOMAIN size AS varchar(5) CHECK (VALUE IN (\(list)));
            CREATE TABLE shirts (id int, size varchar(5), own size, color char(3),
                CHECK (size IN (\(list))), CHECK (color = ANY (ARRAY[\(list)])),
                listed bool GENERATED ALWAYS AS (size IN (\(list))) STORED);
            CREATE INDEX listed_sizes ON shirts (id) WHERE size IN (\(list));
            ALTER TABLE shirts ENABLE ROW LEVEL SECURITY;
            CREATE POLICY listed ON shirts USING (size IN (\(list)));
            CREATE VIEW listed_shirts AS SELECT id FROM shirts WHERE size IN (\(list));
            """
        }
        let rows = "INSERT INTO shirts VALUES (1, 'S', 'M', 'M')"
        try await DiffScene(version: version, from: schema("'S', 'M'"), to: schema("'S', 'M', 'L'"), rows: rows)
            .expect(["SELECT * FROM shirts": "1|S|M|M  |t"])
        let same = try await DiffScene(version: version, from: schema("'S', 'M'"), to: schema("'S', 'M'")).expect()
        #expect(same.isEmpty)
    }

    @Test(arguments: try await DiffVersions.all())
    func `an index with a list of texts stays what it is when another column of it is retyped`(version: TestedVersion)
        async throws
    {
        func schema(_ type: String) -> String {
            """
            CREATE TABLE shirts (id \(type), size varchar(5), CONSTRAINT sized CHECK (id > 0 OR size IN ('S', 'M')));
            CREATE INDEX listed ON shirts (id) WHERE size IN ('S', 'M');
            """
        }
        try await DiffScene(
            version: version, from: schema("int"), to: schema("bigint"), rows: "INSERT INTO shirts VALUES (1, 'S')"
        ).expect(["SELECT * FROM shirts": "1|S"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a view that groups by a primary key and a function that returns a view's rows survive`(
        version: TestedVersion
    ) async throws {
        func schema(type: String, name: String) -> String {
            """
            CREATE TABLE people (id \(type), name text, CONSTRAINT \(name) PRIMARY KEY (id));
            CREATE TABLE pets (owner \(type) REFERENCES people, name text);
            CREATE VIEW owners AS SELECT p.id, p.name, count(*) AS pets FROM people p JOIN pets ON owner = p.id GROUP BY p.id;
            CREATE FUNCTION busy() RETURNS SETOF owners LANGUAGE sql STABLE AS 'SELECT * FROM public.owners';
            CREATE VIEW busiest AS SELECT id FROM busy();
            """
        }
        try await DiffScene(
            version: version, from: schema(type: "int", name: "people_pkey"),
            to: schema(type: "bigint", name: "people_key"),
            rows: "INSERT INTO people VALUES (1, 'a'); INSERT INTO pets VALUES (1, 'x'), (1, 'y')"
        ).expect(["SELECT * FROM owners": "1|a|2", "SELECT * FROM busiest": "1"])
    }

    @Test(arguments: try await DiffVersions.from(14))
    func `a function returns another type under everything that calls it`(version: TestedVersion) async throws {
        func schema(_ type: String) -> String {
            """
            CREATE FUNCTION level(x int) RETURNS \(type) LANGUAGE sql IMMUTABLE AS 'SELECT x + 1';
            CREATE TABLE t (a int, b int DEFAULT level(1), CHECK (level(a) > 0));
            CREATE INDEX t_level ON t ((level(a)));
            CREATE VIEW v AS SELECT a, level(a) FROM t;
            CREATE FUNCTION twice(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT level(level(x)::int); END;
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t USING (level(b) > 0);
            REVOKE EXECUTE ON FUNCTION level FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION level TO pg_monitor;
            """
        }
        try await DiffScene(
            version: version, from: schema("int"), to: schema("bigint"), rows: "INSERT INTO t VALUES (1)"
        )
        .expect(["SELECT * FROM v": "1|2", "SELECT twice(1)": "3", "SELECT a, b FROM t": "1|2"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `privileges of PUBLIC, by default and on columns come and go`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE t (a int, b int);
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
                REVOKE ALL ON FUNCTION g() FROM PUBLIC;
                GRANT SELECT (a), INSERT (a) ON t TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
                """,
            to: """
                CREATE TABLE t (a int, b int);
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                REVOKE ALL ON FUNCTION f() FROM PUBLIC;
                CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE private (x int);
                GRANT SELECT (a, b) ON t TO pg_monitor WITH GRANT OPTION;
                GRANT UPDATE (b) ON t TO PUBLIC;
                REVOKE CREATE, USAGE ON SCHEMA public FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                """, rows: "INSERT INTO t VALUES (1, 2)"
        ).expect(["SELECT * FROM t": "1|2"])
    }
}
