import TestSupport
import Testing

/// The hard cases with partitions and inheritance.
@Suite struct PartitionCaseTests {
    @Test(arguments: try await DiffVersions.all())
    func `an index that only some partitions have a part of is reached from a whole one, and the other way`(
        version: TestedVersion
    ) async throws {
        let tables = """
            CREATE TABLE p (id int, k text) PARTITION BY LIST (k);
            CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a') PARTITION BY RANGE (id);
            CREATE TABLE p_a1 PARTITION OF p_a FOR VALUES FROM (1) TO (9);
            CREATE TABLE p_d PARTITION OF p DEFAULT;
            """
        let some = """
            CREATE INDEX i ON ONLY p (id);
            CREATE INDEX a ON p_a (id);
            ALTER INDEX i ATTACH PARTITION a;
            CREATE INDEX p_d_id_idx ON p_d (id);
            """
        let rows = "INSERT INTO p VALUES (1, 'a'), (2, 'b')"
        try await DiffScene(version: version, both: tables, from: some, to: "CREATE INDEX i ON p (id)", rows: rows)
            .expect(["SELECT * FROM p": "1|a\n2|b"])
        try await DiffScene(version: version, both: tables, from: "CREATE INDEX i ON p (id)", to: some, rows: rows)
            .expect(["SELECT * FROM p": "1|a\n2|b"])
    }

    private static let parent = """
        CREATE TABLE events (id int NOT NULL, at date NOT NULL, what text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE INDEX events_what ON events (what);
        CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
        """
    private static let loose = """
        CREATE TABLE events_2021 (id int NOT NULL, at date NOT NULL, what text,
            CONSTRAINT events_2021_pkey PRIMARY KEY (id, at));
        CREATE INDEX events_2021_what_idx ON events_2021 (what);
        """

    @Test(arguments: try await DiffVersions.all())
    func `a table becomes a partition and keeps its rows`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version, both: Self.parent, from: Self.loose,
            to: "CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')",
            rows:
                "INSERT INTO events VALUES (1, '2020-02-02', 'a'); INSERT INTO events_2021 VALUES (2, '2021-02-02', 'b')"
        ).expect(["SELECT tableoid::regclass, id FROM events ORDER BY id": "events_2020|1\nevents_2021|2"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a partition becomes a table and keeps its rows`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version, both: Self.parent,
            from: "CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')",
            to: Self.loose, rows: "INSERT INTO events VALUES (1, '2020-02-02', 'a'), (2, '2021-02-02', 'b')"
        ).expect([
            "SELECT id FROM events": "1", "SELECT id, at, what FROM events_2021": "2|2021-02-02|b",
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a partition gets other bounds and keeps its rows`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version, both: Self.parent,
            from: "CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')",
            to: "CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2023-01-01')",
            rows: "INSERT INTO events VALUES (1, '2020-02-02', 'a'), (2, '2021-02-02', 'b')"
        ).expect([
            "INSERT INTO events VALUES (3, '2022-02-02', 'c'); SELECT tableoid::regclass, id FROM events ORDER BY id":
                "events_2020|1\nevents_2021|2\nevents_2021|3"
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `what is a partition's own changes without its parent`(version: TestedVersion) async throws {
        let both =
            Self.parent + """
                CREATE TABLE events_2021 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE INDEX by_id ON ONLY events (id);
                ALTER TABLE events_2021 ENABLE ROW LEVEL SECURITY;
                """
        try await DiffScene(
            version: version, both: both,
            from: """
                ALTER TABLE events_2021 ALTER COLUMN what SET DEFAULT 'old', ADD CHECK (id > 0);
                CREATE POLICY seen ON events_2021 USING (id > 1);
                CREATE INDEX local ON events_2021 (at);
                """,
            to: """
                ALTER TABLE events_2021 ALTER COLUMN what SET DEFAULT 'new', ADD CHECK (id > -1);
                CREATE POLICY seen ON events_2021 USING (id > 2);
                ALTER TABLE events_2021 DISABLE TRIGGER touched;
                CREATE INDEX by_id_2021 ON events_2021 (id);
                ALTER INDEX by_id ATTACH PARTITION by_id_2021;
                """, rows: "INSERT INTO events VALUES (1, '2020-02-02', 'a'), (2, '2021-02-02', 'b')"
        ).expect([
            "INSERT INTO events_2021 VALUES (0, '2021-03-03'); SELECT id, what FROM events ORDER BY id":
                "0|new\n1|a\n2|b"
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a table changes its several parents and keeps its rows`(version: TestedVersion) async throws {
        let parents = """
            CREATE TABLE named (name text NOT NULL, CHECK (name <> ''));
            CREATE TABLE dated (at date DEFAULT '2020-01-01');
            CREATE TABLE priced (price int);
            """
        try await DiffScene(
            version: version, both: parents,
            from: "CREATE TABLE goods (id int, price int) INHERITS (named, dated)",
            to: "CREATE TABLE goods (id int, price int, at date DEFAULT '2020-01-02') INHERITS (named, priced)",
            rows: "INSERT INTO goods (id, price, name) VALUES (1, 5, 'a')"
        ).expect([
            "SELECT id, price, name, at FROM goods": "1|5|a|2020-01-01", "SELECT price FROM priced": "5",
            "SELECT count(*) FROM dated": "0",
        ])
    }
}
