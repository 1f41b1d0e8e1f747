import DumpText
import Testing

@Suite struct RoleFilterTests {
    private static let some = TargetRoles(existing: ["alice", "carol"], assignable: ["carol"], isSuperuser: false)

    @Test func `a dump whose roles are all there comes through unchanged, wherever it is cut`() throws {
        let roles = TargetRoles(existing: SampleDump.roles, assignable: SampleDump.roles, isSuperuser: true)
        for size in 1...300 {
            let (output, report) = try filter(SampleDump.text, roles, every: size)
            #expect(output == SampleDump.text)
            #expect(report.isEmpty)
        }
    }

    @Test func `what is left out does not depend on where the dump is cut`() throws {
        let whole = try filter(SampleDump.text, Self.some, every: SampleDump.text.utf8.count)
        #expect(whole.report.count(of: .owner) == 3)
        #expect(whole.report.count(of: .privilege) == 1)
        #expect(whole.report.count(of: .defaultPrivilege) == 2)
        #expect(whole.report.count(of: .grantor) == 1)
        #expect(whole.report.roles == ["Bob \"B\" Ö", "alice", "bob"])
        #expect(!whole.output.contains("OWNER TO \"alice\";\n\nCREATE"))
        #expect(whole.output.contains("execute $q$ALTER TABLE t OWNER TO nobody;$q$;"))
        #expect(whole.output.contains("1\tit's; GRANT ALL ON t TO nobody;\t\"$$\n"))
        for size in 1...300 {
            let cut = try filter(SampleDump.text, Self.some, every: size)
            #expect(cut.output == whole.output)
            #expect(cut.report == whole.report)
        }
    }

    @Test(arguments: [
        ("ALTER TABLE public.t OWNER TO carol;", true),
        ("ALTER TABLE public.t OWNER TO CURRENT_USER;", true),
        ("ALTER TABLE public.t OWNER TO Carol;", true),
        (#"ALTER TABLE public.t OWNER TO "Carol";"#, false),
        ("ALTER TABLE public.t OWNER TO alice;", false),
        ("ALTER OPERATOR public.+ (integer, integer) OWNER TO alice;", false),
        ("ALTER LARGE OBJECT 16400 OWNER TO alice;", false),
        ("ALTER TABLE public.t ADD COLUMN owner text;", true),
        ("ALTER TABLE public.t ADD CHECK (s <> 'OWNER TO alice');", true),
        ("GRANT SELECT ON TABLE public.t TO alice;", true),
        ("GRANT SELECT ON TABLE public.t TO PUBLIC;", true),
        ("GRANT SELECT ON TABLE public.t TO GROUP bob;", false),
        (#"GRANT ALL ON FUNCTION public.f("to" integer) TO bob WITH GRANT OPTION;"#, false),
        ("REVOKE ALL ON TABLE public.t FROM bob CASCADE;", false),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE carol GRANT SELECT ON TABLES TO alice;", true),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE carol GRANT SELECT ON TABLES TO bob;", false),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE alice GRANT SELECT ON TABLES TO carol;", false),
        ("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO carol;", true),
        ("SET SESSION AUTHORIZATION DEFAULT;", true),
        ("SET SESSION AUTHORIZATION 'carol';", false),
        ("SET search_path TO bob;", true),
        ("RESET SESSION AUTHORIZATION;", true),
        ("CREATE POLICY p ON t TO alice USING (true);", true),
        ("CREATE POLICY p ON t USING (cast(bob AS text) = 'TO bob');", true),
        ("CREATE USER MAPPING FOR PUBLIC SERVER s;", true),
        ("COMMENT ON TABLE t IS 'GRANT ALL ON t TO bob;';", true),
    ])
    func `a statement stays or goes`(statement: String, stays: Bool) throws {
        let (output, report) = try filter(statement, Self.some, every: 7)
        #expect(output == (stays ? statement : ""))
        #expect(report.isEmpty == stays)
    }

    @Test func `of several grantees those stay that exist`() throws {
        let (output, report) = try filter(
            "GRANT SELECT ON t TO bob, alice, \"x\", PUBLIC WITH GRANT OPTION;", Self.some, every: 100)
        #expect(output == "GRANT SELECT ON t TO alice, PUBLIC WITH GRANT OPTION;")
        #expect(report.roles == ["bob", "x"])
    }

    @Test func `a superuser grants in the name of a role that exists`() throws {
        let dump = """
            SET SESSION AUTHORIZATION alice;
            GRANT SELECT ON TABLE t TO carol;
            RESET SESSION AUTHORIZATION;
            SET SESSION AUTHORIZATION bob;
            GRANT SELECT ON TABLE t TO carol;
            RESET SESSION AUTHORIZATION;
            """
        let superuser = TargetRoles(existing: ["alice", "carol"], assignable: ["alice", "carol"], isSuperuser: true)
        let (output, report) = try filter(dump, superuser, every: 100)
        let lines = output.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "SET SESSION AUTHORIZATION alice;", "GRANT SELECT ON TABLE t TO carol;", "RESET SESSION AUTHORIZATION;",
                "GRANT SELECT ON TABLE t TO carol;",
            ])
        #expect(report.description == "left out 1 of grantor (bob)")
    }

    @Test(arguments: [
        (
            #"CREATE POLICY "only" ON "public"."t" FOR SELECT TO alice, bob USING (true);"#,
            RoleFilterRefusal.policy(name: "only", table: #""public"."t""#, role: "bob")
        ),
        (
            "CREATE USER MAPPING IF NOT EXISTS FOR bob SERVER far OPTIONS (password 'hidden');",
            RoleFilterRefusal.userMapping(server: "far", role: "bob")
        ),
    ])
    func `what decides who sees what is never left out`(statement: String, refusal: RoleFilterRefusal) {
        let thrown = #expect(throws: RoleFilterRefusal.self) { try filter(statement, Self.some, every: 100) }
        #expect(thrown == refusal)
        #expect(thrown?.description.contains("'bob'") == true)
        #expect(thrown?.description.contains("hidden") == false)
    }

    @discardableResult
    private func filter(
        _ dump: String, _ roles: TargetRoles, every size: Int
    ) throws -> (output: String, report: RoleFilterReport) {
        var screen = DumpScreen(commands: nil, filter: DumpFilter(roles: roles))
        var output: [UInt8] = []
        let all = Array(dump.utf8)
        do throws(DumpRefusal) {
            for start in stride(from: 0, to: all.count, by: size) {
                let chunk = Array(all[start..<min(start + size, all.count)])
                try chunk.withUnsafeBytes { bytes in
                    Result { () throws(DumpRefusal) in try screen.pass(bytes, into: &output) }
                }.get()
            }
            try screen.finish(into: &output)
        } catch {
            guard case .roleMissing(let refusal) = error else { throw error }
            throw refusal
        }
        return (String(decoding: output, as: UTF8.self), screen.report)
    }
}
