import TestSupport
import Testing

/// Keys and checks of partitions and children, inherited from the parent or local.
@Suite struct PartitionKeyCaseTests {
    @Test(
        arguments: try await DiffVersions.all(),
        ["nodes", "links"]
    )
    func `a partition goes that a foreign key may lead to`(version: TestedVersion, referencing: String) async throws {
        let both = """
            CREATE TABLE nodes (id int PRIMARY KEY, next int) PARTITION BY RANGE (id);
            CREATE TABLE nodes_1 PARTITION OF nodes FOR VALUES FROM (0) TO (10);
            CREATE TABLE links (next int);
            ALTER TABLE \(referencing) ADD FOREIGN KEY (next) REFERENCES nodes;
            """
        try await DiffScene(
            version: version, both: both, from: "CREATE TABLE nodes_2 PARTITION OF nodes FOR VALUES FROM (10) TO (20)",
            to: "", rows: "INSERT INTO nodes VALUES (1, 1), (11, 1)"
        ).expect(["SELECT id FROM nodes": "1"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a partitioned table goes with a foreign key to itself`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE nodes (id int PRIMARY KEY, next int REFERENCES nodes) PARTITION BY RANGE (id);
                CREATE TABLE nodes_1 PARTITION OF nodes FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
                CREATE TABLE nodes_11 PARTITION OF nodes_1 FOR VALUES FROM (0) TO (5);
                """,
            to: "", rows: "INSERT INTO nodes VALUES (1, 1), (2, 1)"
        ).expect()
    }

    @Test(arguments: try await DiffVersions.all())
    func `a new partition has a unique constraint beside its part of the primary key`(version: TestedVersion)
        async throws
    {
        try await DiffScene(
            version: version, both: "CREATE TABLE events (id int CONSTRAINT z PRIMARY KEY) PARTITION BY RANGE (id)",
            from: "",
            to: """
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                ALTER TABLE events_1 ADD CONSTRAINT a UNIQUE (id);
                CREATE INDEX b ON events_1 (id);
                """
        ).expect(["INSERT INTO events VALUES (1); SELECT id FROM events_1": "1"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `the key of a partition becomes that of its table`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            both: """
                CREATE TABLE events (id int) PARTITION BY LIST (id);
                CREATE TABLE events_1 PARTITION OF events DEFAULT;
                """,
            from: "ALTER TABLE events_1 ADD PRIMARY KEY (id)", to: "ALTER TABLE events ADD PRIMARY KEY (id)",
            rows: "INSERT INTO events VALUES (1)"
        ).expect(["SELECT id FROM events": "1"])
    }

    @Test(
        arguments: try await DiffVersions.all(),
        ["CHECK (id > 1)", "CHECK (id < 9)"]
    )
    func `a table leaves its parents while a check of theirs changes`(version: TestedVersion, check: String)
        async throws
    {
        let parents = """
            CREATE TABLE old (id int);
            CREATE TABLE middle () INHERITS (old);
            """
        try await DiffScene(
            version: version,
            from: parents + """
                CREATE TABLE young () INHERITS (middle);
                CREATE TABLE other () INHERITS (old);
                ALTER TABLE old ADD CONSTRAINT bound CHECK (id > 0);
                """,
            to: parents + """
                CREATE TABLE young (id int);
                CREATE TABLE other ();
                ALTER TABLE old ADD CONSTRAINT bound \(check);
                """, rows: "INSERT INTO young VALUES (2); INSERT INTO middle VALUES (3)"
        ).expect(["SELECT id FROM young": "2", "SELECT id FROM old": "3"])
    }
}
