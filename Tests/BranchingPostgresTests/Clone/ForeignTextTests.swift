import BranchingCore
import TestSupport
import Testing

@testable import BranchingPostgres

/// What a source's server says is data, whatever it looks like.
@Suite(.timeLimit(.minutes(5))) struct ForeignTextTests {
    @Test(
        arguments: [
            ("\"$user\", public", ["$user", "public"]), ("a,b", ["a", "b"]),
            (" a , \"B \"\"c\"\"\" ", ["a", "B \"c\""]),
            ("\"\"", [""]), ("", []), ("  ", []), ("A", ["A"]), ("$user, public", ["$user", "public"]),
            ("'; DROP TABLE t; --", nil), ("a b", nil), ("a,", nil), (",a", nil), ("\"a", nil), ("a,,b", nil),
            ("\"a\"b", nil),
        ] as [(String, [String]?)])
    func `a list is split as pg_dump splits it`(text: String, names: [String]?) {
        #expect(SettingList.names(in: text) == names)
    }

    @Test func `every privilege that the server knows is known, and nothing else`() async throws {
        for name in ["SELECT --", "select", "", "ALL", "pg_execute_server_program TO outsider --"] {
            #expect(throws: PostgresError.self) { try PrivilegeName(reading: name) }
        }
        for version in try await DiffVersions.all() {
            // All bits of an access control list (acl.h, ACL_ALL_RIGHTS_STR); a version that lacks one refuses it.
            let cluster = try await TestCluster.shared(version: version)
            let letters = "arwdDxtXUCTc" + (version >= 15 ? "sA" : "") + (version >= 17 ? "m" : "")
            let names = try await cluster.psql(
                "SELECT privilege_type FROM aclexplode('{tester=\(letters)/tester}'::aclitem[])")
            #expect(names.split(separator: "\n").count == letters.count)
            for name in names.split(separator: "\n") { _ = try PrivilegeName(reading: String(name)) }
        }
    }

    /// `ALTER … SET … FROM CURRENT` keeps a list as written, with `$user` unquoted.
    @Test func `settings come over as they are, lists and all`() async throws {
        for version in try await DiffVersions.all() {
            let cluster = try await TestCluster.shared(version: version)
            let role = TestCluster.uniqueName("settings")
            try await cluster.psql("CREATE ROLE \(role)")
            // Only a superuser can give settings of other roles, and those that no extension has defined.
            try await BranchServiceHarness.run(on: cluster, as: .superuser) { harness in
                let source = harness.source
                try await cluster.psql(
                    """
                    SET search_path = "$user", public, "Odd ""name"", x";
                    ALTER DATABASE "\(source)" SET search_path FROM CURRENT;
                    SELECT set_config('search_path', '$user, public', false);
                    ALTER ROLE \(role) IN DATABASE "\(source)" SET search_path FROM CURRENT;
                    ALTER DATABASE "\(source)" SET temp_tablespaces = '';
                    ALTER DATABASE "\(source)" SET datestyle = 'ISO, DMY';
                    ALTER DATABASE "\(source)" SET "my.text" = 'a'', b; DROP TABLE t --'
                    """, database: source)
                for strategy in [CloneStrategy.template, .stream, .dump] {
                    let name = try harness.name()
                    try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
                    let wanted = try await settings(of: source, in: cluster)
                    let found = try await settings(of: name.databaseName, in: cluster)
                    #expect(found == wanted, "PostgreSQL \(version), \(strategy)")
                }
            }
            try await cluster.psql("DROP ROLE \(role)")
        }
    }

    private func settings(of database: String, in cluster: TestCluster) async throws -> String {
        // What a session of the database sees counts: several texts can mean the same list.
        let shown = try await cluster.psql(
            "SHOW search_path; SHOW temp_tablespaces; SELECT current_setting('my.text', true); SHOW datestyle; SELECT current_schemas(true)",
            database: database)
        let stored = try await cluster.psql(
            """
            SELECT s.setrole, entry FROM pg_db_role_setting AS s CROSS JOIN unnest(s.setconfig) AS entry
            WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = '\(database)')
              AND entry NOT LIKE 'search_path%' ORDER BY 1, 2
            """)
        let roles = try await cluster.psql(
            """
            SELECT s.setrole, replace(entry, '"$user"', '$user') FROM pg_db_role_setting AS s CROSS JOIN unnest(s.setconfig) AS entry
            WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = '\(database)')
              AND entry LIKE 'search_path%' AND s.setrole <> 0
            """)
        return shown + "\n" + stored + "\n" + roles
    }

    /// Like CVE-2025-8714: the source's superuser replaces `aclexplode` with their own function.
    @Test func `a privilege that is none gives nobody anything`() async throws {
        for version in try await DiffVersions.all() {
            let (home, foreign) = (
                try await TestCluster.shared(version: version), try await TestCluster.fresh(version: version)
            )
            let outsider = TestCluster.uniqueName("outsider")
            try await home.psql("CREATE ROLE \(outsider)")
            let source = try await foreign.createDatabase(["CREATE TABLE t (a int)"])
            try await foreign.psql("GRANT CREATE ON DATABASE \"\(source)\" TO PUBLIC")
            let answer = "SELECT 10::oid, 0::oid, 'pg_execute_server_program TO \(outsider) --'::text, false"
            let replacement = """
                SET allow_system_table_mods = on;
                ALTER FUNCTION pg_catalog.aclexplode(aclitem[]) RENAME TO aclexplode_0;
                CREATE FUNCTION pg_catalog.aclexplode(acl aclitem[], OUT grantor oid, OUT grantee oid,
                    OUT privilege_type text, OUT is_grantable boolean)
                    RETURNS SETOF record LANGUAGE sql STABLE AS $$ \(answer) $$
                """
            try await foreign.psql(replacement, database: source)
            let url = foreign.url(database: source)
            try await BranchServiceHarness.run(on: home) { harness in
                for strategy in [CloneStrategy.stream, .dump] {
                    let request = BranchRequest(
                        name: try harness.name(), source: .database(url), strategy: .only(strategy))
                    let error = await #expect(throws: BranchError.self) { try await harness.create(request) }
                    #expect(error?.description.contains("pg_execute_server_program") == true)
                }
                await #expect(throws: BranchError.self) {
                    try await harness.service.diff(DiffRequest(from: .main, to: .database(url)))
                }
            }
            #expect(
                try await home.psql("SELECT pg_has_role('\(outsider)', 'pg_execute_server_program', 'MEMBER')") == "f")
            try await home.psql("DROP ROLE \(outsider)")
        }
    }
}
