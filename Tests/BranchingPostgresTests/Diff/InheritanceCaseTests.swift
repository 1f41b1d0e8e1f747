import TestSupport
import Testing

/// Hard cases with parents and children other than partitions.
@Suite struct InheritanceCaseTests {
    @Test(arguments: try await DiffVersions.all())
    func `what a child inherits becomes its own, too`(version: TestedVersion) async throws {
        let parent = "CREATE TABLE parent (a int, b text);"
        try await DiffScene(
            version: version, both: parent,
            from: """
                CREATE TABLE child (c int) INHERITS (parent);
                ALTER TABLE child ALTER a SET DEFAULT 4;
                CREATE TABLE grandchild () INHERITS (child);
                """,
            to: """
                CREATE TABLE child (a int DEFAULT 8, b text, c int) INHERITS (parent);
                CREATE TABLE grandchild () INHERITS (child);
                """,
            rows: "INSERT INTO child VALUES (1, 'x', 2); INSERT INTO grandchild VALUES (3, 'y', 4)"
        ).expect(["SELECT * FROM parent ORDER BY a": "1|x\n3|y"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `children go on to refuse NULL when their parent takes it`(version: TestedVersion) async throws {
        func schema(_ notNull: String) -> String {
            """
            CREATE TABLE parent (a int \(notNull), b int \(notNull));
            CREATE TABLE keyed (c int, PRIMARY KEY (a, c)) INHERITS (parent);
            CREATE TABLE plain () INHERITS (parent);
            ALTER TABLE plain ALTER b SET NOT NULL;
            """
        }
        try await DiffScene(
            version: version, from: schema("NOT NULL"), to: schema(""),
            rows: "INSERT INTO keyed VALUES (1, 2, 3); INSERT INTO plain VALUES (4, 5)"
        ).expect(["SELECT a, b FROM parent ORDER BY a": "1|2\n4|5"])
    }
}
