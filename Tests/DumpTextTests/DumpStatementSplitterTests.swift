import DumpText
import Testing

@Suite struct DumpStatementSplitterTests {
    @Test(arguments: [
        ("SELECT 1; SELECT 2;", ["SELECT 1;", "SELECT 2;"]),
        ("SELECT ';';;", ["SELECT ';';", ";"]),
        (#"SELECT 'a\'; SELECT 2;"#, [#"SELECT 'a\';"#, "SELECT 2;"]),
        (#"SELECT E'a\';', e'\\'; SELECT 2;"#, [#"SELECT E'a\';', e'\\';"#, "SELECT 2;"]),
        (#"SELECT some'a\'; SELECT 2;"#, [#"SELECT some'a\';"#, "SELECT 2;"]),
        ("SELECT E'a'\n'b\\';'; SELECT 2;", ["SELECT E'a'\n'b\\';';", "SELECT 2;"]),
        ("SELECT E'a' 'b\\'; SELECT 2;", ["SELECT E'a' 'b\\';", "SELECT 2;"]),
        (
            #"SET standard_conforming_strings = off; SELECT 'a\';';"#,
            ["SET standard_conforming_strings = off;", #"SELECT 'a\';';"#]
        ),
        (#"SELECT "a;""b;"; SELECT 2;"#, [#"SELECT "a;""b;";"#, "SELECT 2;"]),
        ("SELECT $$;$$; SELECT $a$ $$; $b$ $a $a$;", ["SELECT $$;$$;", "SELECT $a$ $$; $b$ $a $a$;"]),
        ("SELECT $a$ $$a$; SELECT a$b$;", ["SELECT $a$ $$a$;", "SELECT a$b$;"]),
        ("SELECT $1;SELECT $ 2;SELECT $é;", ["SELECT $1;", "SELECT $ 2;", "SELECT $é;"]),
        ("SELECT 1 -- ;\n; SELECT 3/2-1;", ["SELECT 1 -- ;\n;", "SELECT 3/2-1;"]),
        ("-- ;\nSELECT /* ; /* ; */ ; */ 1;", ["SELECT /* ; /* ; */ ; */ 1;"]),
        ("/*/**/;*/ - 1;", ["- 1;"]),
        ("\\restrict a;b'\nSELECT 1;\\unrestrict 'x;\n", ["SELECT 1;"]),
        (
            "CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2); COMMIT;",
            ["CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2);", "COMMIT;"]
        ),
        (
            "create or replace function f() begin atomic select case when a then b end; select 2; end; COMMIT;",
            ["create or replace function f() begin atomic select case when a then b end; select 2; end;", "COMMIT;"]
        ),
        ("BEGIN; SELECT 1; END;", ["BEGIN;", "SELECT 1;", "END;"]),
        ("COPY t (\"from\") FROM stdin;\nSELECT 1;\n\\.\nSELECT 2;", ["COPY t (\"from\") FROM stdin;", "SELECT 2;"]),
        (
            "COPY t FROM STDIN;\n\\.\nCOPY u FROM stdin;\n\\.\r\nSELECT 2;",
            ["COPY t FROM STDIN;", "COPY u FROM stdin;", "SELECT 2;"]
        ),
        ("COPY t TO stdout; SELECT 1;", ["COPY t TO stdout;", "SELECT 1;"]),
    ])
    func `statements end where psql ends them`(dump: String, statements: [String]) {
        #expect(split(dump, every: dump.utf8.count).statements == statements)
        #expect(split(dump, every: 1).statements == statements)
    }

    @Test func `all pieces together are the dump, wherever it is cut`() {
        let whole = split(SampleDump.text, every: SampleDump.text.utf8.count)
        #expect(whole.everything == SampleDump.text)
        #expect(whole.statements.count == 21)
        for size in 1...300 {
            let pieces = split(SampleDump.text, every: size)
            #expect(pieces.everything == SampleDump.text)
            #expect(pieces.statements == whole.statements)
        }
    }

    @Test(arguments: ["SELECT 1", "SELECT '", "SELECT $a$ ;", "/* ", "COPY t FROM stdin;\nrow", "-", "SELECT (1;"])
    func `what has no end comes out in the end`(dump: String) {
        #expect(split(dump, every: 1).everything == dump)
    }

    @Test func `rows are passed on without being collected`() throws {
        var splitter = DumpStatementSplitter()
        var passed = 0
        let row = Array("a row\n".utf8)
        var header: DumpStatement?
        Array("COPY t FROM stdin;\n".utf8).withUnsafeBytes { chunk in
            splitter.split(chunk) { if case .statement(let statement) = $0 { header = statement } }
        }
        for _ in 0..<1000 {
            row.withUnsafeBytes { chunk in
                splitter.split(chunk) { if case .passage(let bytes) = $0 { passed += bytes.count } }
            }
            try #require(passed.isMultiple(of: row.count))
        }
        #expect(header?.isCopyFromStandardInput == true)
        #expect(passed == 1000 * row.count)
    }

    private struct Pieces {
        var everything = ""
        var statements: [String] = []
    }

    private func split(_ dump: String, every size: Int) -> Pieces {
        var splitter = DumpStatementSplitter()
        var bytes: [UInt8] = []
        var pieces = Pieces()
        func take(_ piece: DumpStatementSplitter.Piece) {
            switch piece {
            case .passage(let passage): bytes.append(contentsOf: passage)
            case .command(let line): bytes += line
            case .statement(let statement):
                bytes += statement.bytes
                pieces.statements.append(String(decoding: statement.bytes, as: UTF8.self))
            }
        }
        let all = Array(dump.utf8)
        for start in stride(from: 0, to: all.count, by: size) {
            all[start..<min(start + size, all.count)].withUnsafeBytes { splitter.split($0, take) }
        }
        splitter.finish(take)
        pieces.everything = String(decoding: bytes, as: UTF8.self)
        return pieces
    }
}
