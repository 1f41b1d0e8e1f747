import TestSupport
import Testing

/// Partitioned tables that become partitioned differently.
@Suite struct RepartitionCaseTests {
    @Test(arguments: try await DiffVersions.all())
    func `rows move where the partition key is another`(version: TestedVersion) async throws {
        let columns = "(id int, other int)"
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE events \(columns) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
                CREATE VIEW seen AS SELECT id FROM events_1;
                """,
            to: """
                CREATE TABLE events \(columns) PARTITION BY RANGE (other);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
                CREATE VIEW seen AS SELECT id FROM events_1;
                """, rows: "INSERT INTO events VALUES (1, 11), (2, 2), (12, 3)"
        ).expect(["SELECT tableoid::regclass, id FROM events ORDER BY id": "events_2|1\nevents_1|2\nevents_1|12"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a partition that leaves meanwhile keeps its rows`(version: TestedVersion) async throws {
        let columns = "(id int, other int)"
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE events \(columns) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
                """,
            to: """
                CREATE TABLE events \(columns) PARTITION BY RANGE (other);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE TABLE events_2 \(columns);
                """, rows: "INSERT INTO events VALUES (1, 1), (12, 2)"
        ).expect(["SELECT id FROM events": "1", "SELECT id FROM events_2": "12"])
    }

    @Test(arguments: try await DiffVersions.all(), ["id", "\"Day of\""])
    func `a column of the partition key gets another type`(version: TestedVersion, key: String) async throws {
        func tables(_ type: String) -> String {
            """
            CREATE TABLE events (\(key) \(type) PRIMARY KEY, what text) PARTITION BY RANGE (\(key));
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (\(key));
            CREATE TABLE events_21 PARTITION OF events_2 FOR VALUES FROM (10) TO (15);
            CREATE INDEX ON events (what);
            CREATE VIEW seen AS SELECT * FROM events;
            CREATE TABLE links (event \(type) REFERENCES events);
            COMMENT ON TABLE events_21 IS 'a comment';
            """
        }
        try await DiffScene(
            version: version, from: tables("int"), to: tables("bigint"),
            rows: "INSERT INTO events VALUES (1, 'a'), (11, 'b'); INSERT INTO links VALUES (11)"
        ).expect([
            "SELECT tableoid::regclass, * FROM events ORDER BY what": "events_1|1|a\nevents_21|11|b",
            "SELECT * FROM links": "11",
        ])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a column that only a partition is divided by gets another type`(version: TestedVersion) async throws {
        func tables(_ type: String) -> String {
            """
            CREATE TABLE events (id int, day \(type)) PARTITION BY RANGE (id);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20) PARTITION BY LIST (day);
            CREATE TABLE events_21 PARTITION OF events_2 FOR VALUES IN (1);
            """
        }
        try await DiffScene(
            version: version, from: tables("int"), to: tables("bigint"),
            rows: "INSERT INTO events VALUES (1, 1), (11, 1)"
        ).expect(["SELECT tableoid::regclass, * FROM events ORDER BY id": "events_1|1|1\nevents_21|11|1"])
    }

    @Test(arguments: try await DiffVersions.all(), [true, false])
    func `partitions name their NOT NULL constraints in another way`(version: TestedVersion, isForward: Bool)
        async throws
    {
        let parent = "CREATE TABLE bands (band int NOT NULL, name text NOT NULL) PARTITION BY LIST (band);"
        let named = "CREATE TABLE bands_1 (band int NOT NULL, name text NOT NULL);"
        let attached = parent + named + "ALTER TABLE bands ATTACH PARTITION bands_1 FOR VALUES IN (1)"
        let made = parent + "CREATE TABLE bands_1 PARTITION OF bands FOR VALUES IN (1)"
        try await DiffScene(
            version: version, from: isForward ? made : attached, to: isForward ? attached : made,
            rows: "INSERT INTO bands VALUES (1, 'a')"
        ).expect(["SELECT name FROM bands": "a"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a partition gets other bounds while columns change`(version: TestedVersion) async throws {
        try await DiffScene(
            version: version,
            from: """
                CREATE TABLE events (id int, price int, name text) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                """,
            to: """
                CREATE TABLE events (id int, price bigint, name text NOT NULL) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (20);
                """, rows: "INSERT INTO events VALUES (1, 5, 'a')"
        ).expect(["SELECT price, name FROM events": "5|a"])
    }
}
