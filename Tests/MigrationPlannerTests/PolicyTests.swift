import MigrationPlanner
import SchemaModel
import Testing

@Suite struct PolicyTests {
    private static let id = ObjectID(.policy, schema: "a.b", parent: "T", name: "My policy")
    private let context: MigrationContext = {
        let schema = DatabaseSchema(serverVersion: 180_000, currentUser: "me")
        return MigrationContext(from: schema, to: schema)
    }()

    @Test func `a policy is made with all it has`() {
        let policy = Policy(
            id: Self.id, command: "UPDATE", isPermissive: false, roles: ["Role x", "user"], using: "(a > 1)",
            check: "true")
        #expect(
            policy.creation(context).map(\.sql) == [
                """
                CREATE POLICY "My policy" ON "a.b"."T"
                AS RESTRICTIVE
                FOR UPDATE
                TO "Role x", "user"
                USING ((a > 1))
                WITH CHECK (true)
                """
            ])
        #expect(policy.removal(context).map(\.sql) == ["DROP POLICY \"My policy\" ON \"a.b\".\"T\""])
    }

    private static let old = Policy(id: id, roles: ["a"], using: "x")

    @Test(arguments: [
        (Policy(id: id, roles: ["a"], using: "x"), ""), (Policy(id: id, using: "x"), "TO PUBLIC"),
        (Policy(id: id, roles: ["a"], using: "y", check: "z"), "USING (y)\nWITH CHECK (z)"),
    ]) func `roles and expressions change in place`(_ new: Policy, _ clauses: String) {
        let expected = clauses.isEmpty ? [] : ["ALTER POLICY \"My policy\" ON \"a.b\".\"T\"\n" + clauses]
        guard case .inPlace(let statements) = new.alteration(from: Self.old, context) else {
            Issue.record("It is made anew.")
            return
        }
        #expect(statements.map(\.sql) == expected)
    }

    @Test(arguments: [
        Policy(id: id, command: "SELECT", roles: ["a"], using: "x"),
        Policy(id: id, isPermissive: false, roles: ["a"], using: "x"), Policy(id: id, roles: ["a"], check: "x"),
    ]) func `what ALTER POLICY cannot say makes it anew`(_ new: Policy) {
        #expect(new.alteration(from: Self.old, context) == .rebuild)
        #expect(!new.differences(from: Self.old).isEmpty)
    }
}
