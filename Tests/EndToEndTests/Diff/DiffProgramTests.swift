import BranchingCore
import Foundation
import TestSupport
import Testing

/// What `ayb branch diff` finds and writes, with the real programs.
@Suite(.timeLimit(.minutes(5))) struct DiffProgramTests {
    private static let old = [
        "CREATE TABLE kept (a int NOT NULL, b text)", "INSERT INTO kept VALUES (1, 'x')",
        "CREATE VIEW v AS SELECT a FROM kept", "GRANT SELECT ON v TO PUBLIC", "COMMENT ON VIEW v IS 'a; view'",
        "CREATE TABLE gone (a int)",
    ]
    private static let new = [
        "CREATE TABLE kept (a bigint NOT NULL, b text DEFAULT 'd''; --', c int)",
        "CREATE VIEW v AS SELECT a FROM kept", "GRANT SELECT ON v TO PUBLIC", "COMMENT ON VIEW v IS 'a; view'",
        #"CREATE TABLE "new; table" (id int PRIMARY KEY)"#, "CREATE INDEX i ON kept (b)",
    ]

    @Test func `two databases that differ by one table differ by that`() async throws {
        try await DiffScene.run(from: [], to: ["CREATE TABLE public.t (a int)"]) { scene in
            let report = try await scene.report()
            let change = try #require(report.changes.first)
            #expect(report.changes.count == 1)
            #expect(change.kind == "table" && change.object == "public.t" && change.action == .create)
            #expect(report.sql.contains("CREATE TABLE public.t"))
            #expect(report.summary.create == 1)

            let table = try await scene.diff()
            #expect(table.output.hasPrefix("TABLE\n  create   public.t\n"))
            #expect(table.output.hasSuffix("1 change: 1 create.\n"))
            #expect(table.errors.isEmpty)
            let back = try await scene.diff("--stat", backwards: true)
            #expect(back.output.hasPrefix("KIND   CREATE  ALTER  REBUILD  DROP\ntable  0       0      0        1\n"))
        }
    }

    @Test func `the exit code says whether something differs`() async throws {
        try await DiffScene.run(from: [], to: ["CREATE TABLE t (a int)"]) { scene in
            #expect(try await scene.diff("--exit-code").status == 10)
            #expect(try await scene.diff("--exit-code", "-o", "sql").status == 10)
            #expect(try await scene.diff().status == 0)
            let same = try await scene.shell(#"$AYB branch diff "$TO" "$TO" --exit-code"#)
            #expect(same.status == 0)
            #expect(same.output.isEmpty)
        }
    }

    @Test func `the SQL goes through psql, keeps rows, and leaves nothing to do`() async throws {
        try await DiffScene.run(from: Self.old, to: Self.new) { scene in
            let applied = try await scene.shell(
                #"set -o pipefail; $AYB branch diff "$FROM" "$TO" -o sql --verify | psql -X -q -v ON_ERROR_STOP=1 "$FROM""#
            )
            #expect(applied.status == 0, "\(applied)")
            #expect(applied.errors.hasPrefix("Verified: the SQL makes a copy of 'postgresql://"))
            #expect(try await scene.cluster.psql("SELECT a, b FROM kept", database: scene.from) == "1|x")
            let second = try await scene.diff("-o", "sql", "--exit-code")
            #expect(second.status == 0)
            #expect(second.output.isEmpty)
        }
    }

    @Test(arguments: [false, true], [false, true])
    func `the SQL is verified in both directions, online and not`(backwards: Bool, isOnline: Bool) async throws {
        try await DiffScene.run(from: Self.old, to: Self.new) { scene in
            let outcome =
                isOnline
                ? try await scene.diff("--verify", "--online", "--stat", backwards: backwards)
                : try await scene.diff("--verify", "--stat", backwards: backwards)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.contains("Verified: "))
            // Others verify on the same cluster; theirs are in use.
            let left = try await scene.cluster.psql(
                """
                SELECT count(*) FROM pg_database AS d
                WHERE shobj_description(d.oid, 'pg_database') = 'ayb verification'
                  AND NOT EXISTS (SELECT FROM pg_stat_activity AS a
                                  WHERE a.application_name = 'ayb-op-' || substr(d.datname, 9))
                """)
            #expect(left == "0")
        }
    }

    @Test func `the same databases give the same bytes`() async throws {
        try await DiffScene.run(from: Self.old, to: Self.new) { scene in
            let first = try await scene.diff("-o", "sql")
            #expect(!first.output.isEmpty)
            for _ in 0..<3 { #expect(try await scene.diff("-o", "sql").output == first.output) }
        }
    }

    @Test func `schemas can be chosen and left out`() async throws {
        let new = [
            "CREATE SCHEMA one", "CREATE TABLE one.t (a int)", "CREATE SCHEMA two", "CREATE TABLE two.t (a int)",
        ]
        try await DiffScene.run(from: [], to: new) { scene in
            let one = try await scene.report("--schema", "one", "--verify")
            #expect(one.changes.contains { $0.object.hasPrefix("one") })
            #expect(!one.changes.contains { $0.object.hasPrefix("two") })
            #expect(one.verification?.equal == true, "\(one)")
            let others = try await scene.report("--exclude", "one", "--verify")
            #expect(others.changes.contains { $0.object.hasPrefix("two") })
            #expect(!others.changes.contains { $0.object.hasPrefix("one") })
            #expect(others.verification?.equal == true, "\(others)")
        }
    }

    @Test func `a schema that neither database has is an error, not an empty comparison`() async throws {
        try await DiffScene.run(from: ["CREATE SCHEMA \"Two Words\""], to: []) { scene in
            let outcome = try await scene.diff("--schema", "public", "--schema", "pubic", "--exit-code")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("Neither database has a schema 'pubic'."))
            // One of the two needs to have it, and the default schema is like any other.
            #expect(try await scene.diff("--schema", "public", "--exit-code").status == 0)
            #expect(try await scene.diff("--schema", "Two Words", "--exit-code").status == 10)
        }
    }

    @Test func `a comment or owner that is left out makes no difference, nor to the proof`() async throws {
        try await DiffScene.run(
            from: ["CREATE TABLE t (a int, b int)"],
            to: ["CREATE TABLE t (b int, a int)", "COMMENT ON TABLE t IS 'x'", "GRANT SELECT ON t TO PUBLIC"]
        ) { scene in
            #expect(try await scene.report().changes.isEmpty == false)
            let report = try await scene.report(
                "--ignore", "comments,privileges", "--ignore", "column-order", "--verify")
            #expect(report.changes.isEmpty && report.notes.isEmpty)
            #expect(report.verification?.equal == true, "\(report)")
        }
    }

    @Test func `a rename keeps the rows`() async throws {
        try await DiffScene.run(
            from: ["CREATE TABLE users (a int)", "INSERT INTO users VALUES (7)"],
            to: ["CREATE TABLE customers (a int)"]
        ) { scene in
            let applied = try await scene.shell(
                #"""
                set -o pipefail
                $AYB branch diff "$FROM" "$TO" -o sql --verify --rename public.users=public.customers |
                    psql -X -q -v ON_ERROR_STOP=1 "$FROM"
                """#)
            #expect(applied.status == 0, "\(applied)")
            #expect(try await scene.cluster.psql("SELECT a FROM customers", database: scene.from) == "7")
        }
    }
}
