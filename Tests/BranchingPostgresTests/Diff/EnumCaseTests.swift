import TestSupport
import Testing

/// The hard cases with enums.
@Suite struct EnumCaseTests {
    private static let users = """
        CREATE TABLE kinds (state state PRIMARY KEY);
        CREATE TABLE orders (id int PRIMARY KEY, state state NOT NULL DEFAULT 'new', states state[] DEFAULT '{new}',
            note text, is_new bool GENERATED ALWAYS AS (state = 'new') STORED,
            CONSTRAINT one UNIQUE (state, id), FOREIGN KEY (state) REFERENCES kinds);
        CREATE INDEX fresh ON orders (id) WHERE state = 'new';
        CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state <> 'done';
        CREATE MATERIALIZED VIEW by_state AS SELECT state, count(*) AS n FROM open_orders GROUP BY state;
        CREATE UNIQUE INDEX by_state_key ON by_state (state);
        ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY visible ON orders USING (state <> 'done');
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := ''touched''; RETURN NEW; END';
        CREATE TRIGGER changed BEFORE UPDATE ON orders FOR EACH ROW WHEN (NEW.state = 'new') EXECUTE FUNCTION touch();
        GRANT SELECT ON open_orders TO pg_monitor;
        COMMENT ON VIEW open_orders IS 'open';
        """

    private static let rows = """
        INSERT INTO kinds VALUES ('new'), ('done');
        INSERT INTO orders (id, state, states) VALUES (1, 'new', '{new,done}'), (2, 'done', '{}');
        REFRESH MATERIALIZED VIEW by_state;
        """

    @Test(arguments: try await DiffVersions.all())
    func `a label is removed under everything that can use an enum`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: "CREATE TYPE state AS ENUM ('new', 'old', 'done');" + Self.users,
            to: "CREATE TYPE state AS ENUM ('new', 'done');" + Self.users, rows: Self.rows
        ).expect([
            "SELECT id, state, states, is_new FROM orders ORDER BY id": "1|new|{new,done}|t\n2|done|{}|f",
            "SELECT * FROM kinds ORDER BY 1": "new\ndone",
            "INSERT INTO orders (id) VALUES (3); UPDATE orders SET id = 4 WHERE id = 3 RETURNING state, note":
                "new|touched",
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a label is removed where a domain and a composite type use the enum`(version: TestedVersion) async throws {
        let users = """
            CREATE DOMAIN open_state AS state DEFAULT 'new' CHECK (VALUE <> 'done');
            CREATE TYPE step AS (state state, open open_state, at date);
            CREATE TABLE orders (id int PRIMARY KEY, state open_state NOT NULL, steps step[], last step,
                CHECK (state::state <> 'done'));
            CREATE INDEX ON orders (state);
            CREATE VIEW latest AS SELECT id, (last).state FROM orders;
            CREATE FUNCTION next(state) RETURNS open_state LANGUAGE sql IMMUTABLE AS $$ SELECT 'new'::public.open_state $$;
            """
        try await DiffScene(
            version: version,
            from: "CREATE TYPE state AS ENUM ('new', 'old', 'done');" + users,
            to: "CREATE TYPE state AS ENUM ('new', 'done');" + users,
            rows: """
                INSERT INTO orders VALUES (1, 'new', ARRAY[('new', 'new', '2020-01-01')::step], ('done', 'new', NULL))
                """
        ).expect([
            "SELECT id, state, steps, last FROM orders": "1|new|{\"(new,new,2020-01-01)\"}|(done,new,)",
            "SELECT state FROM latest": "done",
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a new label is the new default at once`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TYPE state AS ENUM ('new', 'done');
                CREATE TABLE orders (id int, state state DEFAULT 'new');
                """,
            to: """
                CREATE TYPE state AS ENUM ('draft', 'new', 'sent', 'done');
                CREATE TABLE orders (id int, state state DEFAULT 'draft', CHECK (state <> 'sent'));
                CREATE VIEW drafts AS SELECT id FROM orders WHERE state = 'draft';
                """, rows: "INSERT INTO orders VALUES (1, 'new'), (2, 'done')"
        ).expect([
            "INSERT INTO orders VALUES (3); SELECT id, state FROM orders ORDER BY state": "3|draft\n1|new\n2|done"
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `the labels of an enum change places`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: "CREATE TYPE state AS ENUM ('done', 'new');" + Self.users,
            to: "CREATE TYPE state AS ENUM ('new', 'done');" + Self.users, rows: Self.rows
        ).expect([
            "SELECT id, state, is_new FROM orders ORDER BY state": "1|new|t\n2|done|f",
            "SELECT max(state) FROM kinds": "done",
        ])
    }
}
