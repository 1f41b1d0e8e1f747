import DumpText
import Testing

@testable import BranchingPostgres

/// What can be made in parallel, and what has to wait.
@Suite struct SchemaDivisionTests {
    private func steps(_ sql: String) -> [SchemaStep] {
        var division = SchemaDivision()
        SchemaText(text: sql).forEachStatement { division.append($0, $0.bytes) }
        division.finish()
        return division.steps
    }

    private func tables(_ range: ClosedRange<Int>) -> String {
        range.map { "CREATE TABLE \"s\".\"t\($0)\" (\"a\" integer);\nALTER TABLE \"s\".\"t\($0)\" OWNER TO \"o\";" }
            .joined(separator: "\n")
    }

    private func lists(_ step: SchemaStep?) -> [[String]] {
        guard case .independent(let lists) = step else { return [] }
        return lists.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func `a small schema is made in order`() {
        let found = steps("CREATE SCHEMA \"s\";\n" + tables(1...10))
        #expect(found.count == 1)
        guard case .ordered(let statements) = found.first else {
            Issue.record("It is divided.")
            return
        }
        #expect(statements.count == 21)
    }

    @Test func `tables are made at once, after what is before them, and views wait for all of them`() {
        let found = steps(
            """
            CREATE SCHEMA "s";
            SET default_tablespace = '';
            \(tables(1...150))
            CREATE VIEW "s"."v" AS SELECT 1 FROM "s"."t151";
            ALTER TABLE s.v OWNER TO o;
            SET default_tablespace = 'fast';
            \(tables(151...160))
            CREATE TABLE "s"."reader" ("a" "s"."v");
            CREATE FUNCTION "s"."f"() RETURNS integer LANGUAGE "sql" AS 'SELECT 1';
            """)
        #expect(found.count == 3)
        guard case .ordered(let before) = found.first, case .ordered(let after) = found.last else {
            Issue.record("The order is lost: \(found)")
            return
        }
        #expect(before.map { String(decoding: $0, as: UTF8.self) } == ["CREATE SCHEMA \"s\";"])
        #expect(
            after.map { String(decoding: $0.prefix(22), as: UTF8.self) } == [
                "SET default_tablespace", "CREATE VIEW \"s\".\"v\" AS", "ALTER TABLE s.v OWNER ",
                "SET default_tablespace", "CREATE TABLE \"s\".\"read", "SET default_tablespace",
                "CREATE FUNCTION \"s\".\"f",
            ])
        let lists = lists(found.dropFirst().first)
        #expect(lists.joined().filter { $0.hasPrefix("CREATE TABLE") }.count == 160)
        #expect(lists.count > 4)
        // Each list says itself where its tables go.
        #expect(lists.allSatisfy { $0.first?.hasPrefix("SET default_tablespace") == true })
        #expect(lists.last?.contains("SET default_tablespace = 'fast';") == true)
    }

    @Test func `relations that name each other stay together, in order`() {
        let found = steps(
            """
            \(tables(1...100))
            CREATE SEQUENCE "s"."q" START WITH 1;
            CREATE TABLE "s"."child" ("x" integer) INHERITS ("s"."t1");
            \(tables(101...200))
            ALTER TABLE ONLY "s"."t150" ATTACH PARTITION "s"."t2" FOR VALUES IN (1);
            CREATE TABLE "s"."u" ("a" integer DEFAULT "nextval"('"s"."q"'::"regclass"), "b" "s"."t99");
            """)
        #expect(found.count == 1)
        let lists = lists(found.first)
        func list(of beginning: String) -> Int? {
            lists.firstIndex { $0.contains { $0.hasPrefix(beginning) } }
        }
        for (one, other) in [("child", "t1"), ("t150", "t2"), ("u", "t99")] {
            #expect(list(of: "CREATE TABLE \"s\".\"\(one)\"") == list(of: "CREATE TABLE \"s\".\"\(other)\""))
        }
        let last = list(of: "CREATE TABLE \"s\".\"u\"").map { lists[$0] } ?? []
        let positions = ["CREATE SEQUENCE \"s\".\"q\"", "CREATE TABLE \"s\".\"u\""].map { start in
            last.firstIndex { $0.hasPrefix(start) }
        }
        #expect(positions[0] != nil && positions[1] != nil && (positions[0] ?? 0) < (positions[1] ?? 0))
        // Not all in one list.
        #expect(list(of: "CREATE TABLE \"s\".\"t3\"") != list(of: "CREATE TABLE \"s\".\"t190\""))
    }
}
