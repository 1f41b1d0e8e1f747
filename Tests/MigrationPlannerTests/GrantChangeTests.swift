import MigrationPlanner
import SchemaModel
import Testing

@Suite struct GrantChangeTests {
    private static let all = ["SELECT", "INSERT", "UPDATE"]

    struct Case: Sendable {
        let old: [Grant]
        let new: [Grant]
        let sql: [String]
    }

    private static func grant(_ role: String, _ privilege: String, option: Bool = false) -> Grant {
        Grant(grantee: role, privilege: privilege, isGrantable: option)
    }

    private static let cases = [
        Case(old: [], new: [], sql: []),
        Case(old: [grant("a", "SELECT")], new: [grant("a", "SELECT")], sql: []),
        Case(
            old: [], new: [grant("a", "UPDATE"), grant("a", "SELECT"), grant("", "INSERT")],
            sql: ["GRANT INSERT ON TABLE t TO PUBLIC", "GRANT SELECT, UPDATE ON TABLE t TO a"]),
        Case(
            old: all.map { grant("A b", $0) }, new: [grant("A b", "SELECT", option: true)],
            sql: [
                "REVOKE INSERT, UPDATE ON TABLE t FROM \"A b\"", "GRANT SELECT ON TABLE t TO \"A b\" WITH GRANT OPTION",
            ]),
        Case(old: all.map { grant("", $0) }, new: [], sql: ["REVOKE ALL ON TABLE t FROM PUBLIC"]),
        Case(
            old: [grant("a", "SELECT", option: true)], new: [grant("a", "SELECT")],
            sql: ["REVOKE GRANT OPTION FOR SELECT ON TABLE t FROM a CASCADE"]),
        Case(
            old: [grant("a", "SELECT", option: true), grant("b", "SELECT"), grant("o", "SELECT")],
            new: [grant("b", "SELECT"), grant("o", "SELECT")],
            sql: ["REVOKE SELECT ON TABLE t FROM a CASCADE", "GRANT SELECT ON TABLE t TO b"]),
        Case(
            old: [grant("a", "SELECT"), grant("a", "SELECT", option: true)],
            new: [grant("a", "SELECT", option: true)], sql: []),
    ]

    @Test(arguments: cases) func `what changed is granted and revoked`(_ each: Case) {
        let changes = GrantChange.changes(from: Set(each.old), to: Set(each.new), all: Self.all, owner: "o")
        #expect(changes.map { $0.sql(on: "TABLE t") } == each.sql)
    }

    @Test func `privileges on a column name it`() {
        let changes = GrantChange.changes(
            from: [], to: [Self.grant("a", "SELECT"), Self.grant("a", "UPDATE")], all: Self.all)
        #expect(
            changes.map { $0.sql(on: "TABLE t", column: "\"C\"") } == [
                "GRANT SELECT (\"C\"), UPDATE (\"C\") ON TABLE t TO a"
            ])
    }
}
