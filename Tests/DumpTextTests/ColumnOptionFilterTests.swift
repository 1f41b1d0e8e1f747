import Testing

@testable import DumpText

@Suite struct ColumnOptionFilterTests {
    @Test(arguments: [
        // From pg_dump 18.6 of a 15.20 database.
        ("ALTER TABLE ONLY public.t ALTER COLUMN a SET (pg_attver=22158952);", ""),
        (
            "ALTER TABLE ONLY public.t ALTER COLUMN a SET (pg_attver=22158952, n_distinct=-0.5);",
            "ALTER TABLE ONLY public.t ALTER COLUMN a SET (n_distinct=-0.5);"
        ),
        (
            #"ALTER TABLE ONLY "S"."a,b" ALTER COLUMN "set (" SET (n_distinct=5, "x y"=1, n_distinct_inherited=7);"#,
            #"ALTER TABLE ONLY "S"."a,b" ALTER COLUMN "set (" SET (n_distinct=5, n_distinct_inherited=7);"#
        ),
        ("ALTER FOREIGN TABLE public.f ALTER COLUMN a SET (pg_attver=1);", ""),
        ("ALTER TABLE ONLY t ALTER COLUMN a SET (pg_next='x, y', other=1);", ""),
    ])
    func `options that PostgreSQL keeps for itself are taken out`(statement: String, rest: String) throws {
        #expect(try filtered(statement) == rest)
    }

    @Test(arguments: [
        "ALTER TABLE ONLY public.t ALTER COLUMN a SET (n_distinct=5);",
        "ALTER TABLE ONLY public.t ALTER COLUMN a SET (n_distinct=5, n_distinct_inherited=-1);",
        "ALTER TABLE ONLY public.t ALTER COLUMN a SET STORAGE EXTERNAL;",
        "ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT (1 + 2);",
        "ALTER TABLE public.t SET (fillfactor=70);",
        "ALTER TABLE ONLY public.t ADD CONSTRAINT c CHECK ((a > 0));",
        "CREATE VIEW v AS SELECT 'ALTER TABLE t ALTER COLUMN a SET (pg_attver=1)';",
    ])
    func `everything else comes through as it is`(statement: String) throws {
        #expect(try filtered(statement) == statement)
    }

    private func filtered(_ dump: String) throws -> String {
        var screen = DumpScreen(commands: nil, filter: DumpFilter(roles: nil))
        var output: [UInt8] = []
        try Array(dump.utf8).withUnsafeBytes { try screen.pass($0, into: &output) }
        try screen.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
