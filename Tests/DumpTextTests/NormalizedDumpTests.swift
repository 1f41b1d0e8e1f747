import Testing

@testable import DumpText

@Suite struct NormalizedDumpTests {
    private static let first = """
        --
        -- PostgreSQL database dump
        --
        \\restrict abc
        SET statement_timeout = 0;
        SELECT pg_catalog.set_config('search_path', '', false);

        CREATE TABLE public.t (
            a integer,
            b text DEFAULT 'x,);
        (y'::text
        )
        PARTITION BY RANGE (a);

        CREATE FUNCTION public.f() RETURNS integer
            LANGUAGE plpgsql
            AS $_$ begin
        -- kept
        SET x = 1;

          return 1;
        end $_$;
        COMMENT ON TABLE public.t IS 'one; $x$ ''';
        """

    @Test func `the order of statements and of columns does not count, nor do comments and settings`() {
        let second = """
            -- another
            COMMENT ON TABLE public.t IS 'one; $x$ ''';
            CREATE FUNCTION public.f() RETURNS integer
                LANGUAGE plpgsql
                AS $_$ begin
            -- kept
            SET x = 1;

              return 1;
            end $_$;

            CREATE TABLE public.t (
                b text DEFAULT 'x,);
            (y'::text,
                a integer
            )
            PARTITION BY RANGE (a);
            \\unrestrict abc
            """
        let dumps = [NormalizedDump(Self.first), NormalizedDump(second)]
        #expect(dumps[0] == dumps[1])
        #expect(dumps[0].statements.count == 3)
        #expect(dumps[0].statements.contains { $0.contains("-- kept\nSET x = 1;\n\n  return 1;\nend $_$;") })
    }

    @Test(arguments: [
        ("a integer,", "a bigint,"), ("-- kept", "-- changed"), ("RANGE (a)", "LIST (a)"), ("'one;", "'two;"),
    ])
    func `what counts is a difference`(old: String, new: String) {
        let (before, after) = (NormalizedDump(Self.first), NormalizedDump(Self.first.replacing(old, with: new)))
        #expect(before.subtracting(after).count == 1)
        #expect(after.subtracting(before).count == 1)
        #expect(after.subtracting(before).first?.contains(new.filter { $0 != "," }) == true)
    }

    @Test func `the order of a policy's roles does not count`() {
        let dumps = ["a, \"B\", PUBLIC", "PUBLIC, a, \"B\""].map {
            NormalizedDump("CREATE POLICY p ON s.t FOR SELECT TO \($0) USING ((a = 'TO x, b'::text));\n")
        }
        #expect(dumps[0] == dumps[1] && dumps[0].statements.count == 1)
        #expect(dumps[0] != NormalizedDump("CREATE POLICY p ON s.t FOR SELECT TO a USING ((a = 'TO x, b'::text));\n"))
    }

    @Test func `a statement that is there twice counts twice`() {
        let once = NormalizedDump("GRANT x TO y;")
        let twice = NormalizedDump("GRANT x TO y;\nGRANT x TO y;")
        #expect(twice.subtracting(once) == ["GRANT x TO y;"])
        #expect(once.subtracting(twice).isEmpty)
    }

    @Test func `a partition declares no columns, and the order of its bounds counts`() {
        let partition = "CREATE TABLE ONLY_b.p PARTITION OF public.t\nFOR VALUES IN ('b', 'a');"
        #expect(NormalizedDump(partition).statements == [partition])
    }

    @Test func `an empty dump has no statement`() {
        #expect(NormalizedDump("").statements.isEmpty)
        #expect(NormalizedDump("--\n\nSET a = b;\n").statements.isEmpty)
    }
}
