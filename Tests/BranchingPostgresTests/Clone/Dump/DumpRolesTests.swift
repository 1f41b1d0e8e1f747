import BranchingCore
import BranchingPostgres
import DumpText
import PostgresTools
import TestSupport
import Testing

@Suite struct DumpRolesTests {
    /// Roles of the source; the target claims to have only the first.
    private struct Roles {
        let here = TestCluster.uniqueName("here")
        let gone = TestCluster.uniqueName("gone")

        var target: TargetRoles {
            let known: Set = [TestCluster.user, here]
            return TargetRoles(existing: known, assignable: known, isSuperuser: true)
        }

        func create(in cluster: TestCluster) async throws {
            try await cluster.psql("CREATE ROLE \(here); CREATE ROLE \(gone)")
        }
    }

    @Test func `owners and privileges are kept where the roles exist, and left out where not`() async throws {
        let world = try await DumpWorld()
        let roles = Roles()
        try await roles.create(in: world.cluster)
        let source = try await world.cluster.createDatabase([
            "CREATE TABLE a (n int)", "CREATE TABLE b (n int)",
            "ALTER TABLE a OWNER TO \(roles.here)", "ALTER TABLE b OWNER TO \(roles.gone)",
            "GRANT SELECT ON a TO \(roles.gone)", "GRANT SELECT ON b TO \(roles.here)",
            "ALTER DEFAULT PRIVILEGES FOR ROLE \(roles.gone) GRANT SELECT ON TABLES TO PUBLIC",
        ])
        let target = try await world.cluster.createDatabase()
        let summary = try await DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(target),
            options: world.options(targetRoles: roles.target)
        ).run()
        let owners = "SELECT relname, relowner::regrole FROM pg_class WHERE relname IN ('a', 'b') ORDER BY 1"
        #expect(try await world.cluster.psql(owners, database: target) == "a|\(roles.here)\nb|\(TestCluster.user)")
        let granted = """
            SELECT has_table_privilege('\(roles.here)', 'b', 'SELECT'), has_table_privilege('\(roles.gone)', 'a', 'SELECT')
            """
        #expect(try await world.cluster.psql(granted, database: target) == "t|f")
        #expect(summary.leftOut.count(of: .owner) == 1)
        #expect(summary.leftOut.count(of: .defaultPrivilege) == 1)
        #expect(summary.leftOut.roles == [roles.gone])
    }

    @Test func `a policy for a missing role stops the copy by name`() async throws {
        let world = try await DumpWorld()
        let roles = Roles()
        try await roles.create(in: world.cluster)
        let source = try await world.cluster.createDatabase([
            "CREATE TABLE a (n int)", "CREATE POLICY mine ON a TO \(roles.here), \(roles.gone) USING (n > 0)",
        ])
        let pipeline = DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(try await world.cluster.createDatabase()),
            options: world.options(targetRoles: roles.target))
        let refusal = RoleFilterRefusal.policy(name: "mine", table: #""public"."a""#, role: roles.gone)
        await #expect(throws: ToolError.roleMissing(refusal)) { try await pipeline.run() }
    }
}
