import TestSupport
import Testing

/// Hard cases with tables of a type.
@Suite struct TypedTableCaseTests {
    private static let old = """
        CREATE TYPE pair AS (a int, b text, gone int);
        CREATE TABLE kept OF pair (PRIMARY KEY (a));
        CREATE TYPE other AS (a int, b text);
        CREATE TABLE becomes_typed (a int, b text);
        CREATE TABLE becomes_plain OF other;
        """

    private static let new = """
        CREATE TYPE pair AS (a bigint, b text, z int);
        CREATE TABLE kept OF pair (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'q', z WITH OPTIONS DEFAULT 4);
        CREATE TYPE other AS (a int, b text, c int);
        CREATE TABLE becomes_typed OF other;
        CREATE TABLE becomes_plain (a int, b text);
        CREATE TABLE added OF other (a WITH OPTIONS DEFAULT 3 CHECK (a > 2), b WITH OPTIONS NOT NULL, UNIQUE (b));
        """

    @Test(arguments: try await DiffVersions.all())
    func `a table keeps its rows when its type changes, comes or goes`(version: TestedVersion) async throws {
        let rows = "INSERT INTO kept VALUES (1, 'x', 2); INSERT INTO becomes_typed VALUES (3, 'y')"
        try await DiffScene(version: version, from: Self.old, to: Self.new, rows: rows).expect([
            "SELECT * FROM kept": "1|x|4", "SELECT * FROM becomes_typed": "3|y|",
        ])
        try await DiffScene(
            version: version, from: Self.new, to: Self.old,
            rows: "INSERT INTO kept VALUES (1, 'x', 2); INSERT INTO becomes_plain VALUES (3, 'y')"
        ).expect(["SELECT * FROM kept": "1|x|", "SELECT * FROM becomes_plain": "3|y"])
    }

    @Test(arguments: try await DiffVersions.all())
    func `a table of a type is made with its defaults`(version: TestedVersion) async throws {
        try await DiffScene(version: version, from: "", to: Self.new).expect()
        try await DiffScene(version: version, from: Self.new, to: "").expect()
    }
}
