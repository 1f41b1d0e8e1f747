import Testing

@testable import DumpText

/// psql runs nothing in a dump as a command.
@Suite(.timeLimit(.minutes(2))) struct DumpScreenTests {
    private static let start = "--\n-- dump\n--\n\n\\restrict aB3\n\n"
    private static let end = "\n\\unrestrict aB3\n\n"

    @Test(arguments: [
        "SELECT 1;", "COPY t (a) FROM stdin;\n\\N\n\\\\! id\n\\.\nSELECT 1;", "SELECT E'\\\\! id';",
        "SELECT '\n\\! id\n';",
        "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $_$\n\\! id\n$_$;", "-- \\! id\n/* \\! id\n\\! id */",
        "SELECT \"\n\\! id\";", "SET client_encoding = 'UTF8';", "SET client_encoding = 'SQL_ASCII';",
        "SET standard_conforming_strings = on;", "SET standard_conforming_strings = off;",
        "COPY \"public\".\"t\" (\"a)\", \"b\") FROM stdin;\n\\.\n",
    ])
    func `what pg_dump writes passes, wherever it is cut`(body: String) throws {
        let dump = Self.start + body + Self.end
        for size in [1, 2, 7, 1000] { #expect(try screened(dump, every: size, requiring: true) == dump) }
        #expect(try screened(body, every: 3, requiring: false) == body)
    }

    @Test(arguments: [
        "\\! id\n", "SELECT 1;\n\\! id\n", "SELECT 1 \\! id\n;", "SELECT 1 \\! id\n",
        "SELECT 1\\; COPY t FROM stdin;\n",
        "-- Name: x\n\\! id\n", "-- Name: x\r\\! id\n", "COPY t FROM stdin;\n\\.\n\\! id\n", "\\i /etc/passwd\n",
        "\\connect other\n", "\\unrestrict aB4\n\\! id\n", "\\unrestrict\n", "\\restrict aB4\n\\restrict aB4\n",
        "\\unrestrict aB3 \n",
        "COPY (SELECT 1 FROM stdin) TO '/dev/null';\n\\! id\n", "copy t from stdin\n\\! id\n;",
        "SELECT 1; \\g /tmp/x\n",
        "SELECT E'a'\r'b\\''; \\! id\n'", "SELECT 'a\u{0}';\n", "SET client_encoding = 'SJIS';",
        "SET client_encoding TO \"Shift-JIS\";", "SET NAMES 'BIG5';", "SET standard_conforming_strings = 'off';",
        "\\! id", "\\", "SELECT (\\! id\n);",
    ])
    func `what psql would run is refused, wherever it is cut`(body: String) {
        for size in [1, 2, 7, 1000] {
            for dump in [Self.start + body, body] {
                #expect(throws: DumpRefusal.self, "\(dump)") { try screened(dump, every: size, requiring: false) }
            }
        }
    }

    @Test func `a statement outside of restrict is refused where pg_dump writes that`() {
        for dump in ["SELECT 1;\n" + Self.start, "SELECT 1;", Self.start + Self.end + "SELECT 1;"] {
            #expect(throws: DumpRefusal.self) { try screened(dump, every: 5, requiring: true) }
        }
    }

    @Test func `nothing of a refused line reaches psql`() throws {
        var screen = DumpScreen(commands: CommandGuard(requiresRestriction: false), filter: DumpFilter(roles: nil))
        var output: [UInt8] = []
        for byte in Array("SELECT 1;\n\\! touc".utf8) {
            try withUnsafeBytes(of: byte) { try screen.pass($0, into: &output) }
        }
        #expect(String(decoding: output, as: UTF8.self) == "SELECT 1;\n")
        #expect(throws: DumpRefusal.self) { try screen.finish(into: &output) }
    }

    @Test func `a statement without an end is refused before it fills the memory`() throws {
        var screen = DumpScreen(
            commands: CommandGuard(requiresRestriction: false), filter: DumpFilter(roles: nil), mostTokens: 1 << 18)
        var output: [UInt8] = []
        let chunk = [UInt8](repeating: UInt8(ascii: "+"), count: 1 << 16)
        let error = #expect(throws: DumpRefusal.self) {
            for _ in 0..<16 { try chunk.withUnsafeBytes { try screen.pass($0, into: &output) } }
        }
        let unsafe = if case .unsafe? = error { true } else { false }
        #expect(unsafe, "\(String(describing: error))")
        #expect(output.isEmpty)
    }

    private func screened(_ dump: String, every size: Int, requiring: Bool) throws(DumpRefusal) -> String {
        var screen = DumpScreen(commands: CommandGuard(requiresRestriction: requiring), filter: DumpFilter(roles: nil))
        var output: [UInt8] = []
        let all = Array(dump.utf8)
        for start in stride(from: 0, to: all.count, by: size) {
            let chunk = Array(all[start..<min(start + size, all.count)])
            try chunk.withUnsafeBytes { bytes in
                Result { () throws(DumpRefusal) in try screen.pass(bytes, into: &output) }
            }.get()
        }
        try screen.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
