import TestSupport
import Testing

@testable import DumpText

/// Dumps that nobody wrote: no trap, no hang, and the output equals the input.
@Suite(.timeLimit(.minutes(2))) struct DumpFuzzTests {
    /// Texts with and without a meaning for the lexer.
    private static let words = [
        "'", "''", "\"", "\"\"", "$$", "$a$", "$", "$1", "E'", "e'", "\\", "\\.", "\\!", "\\restrict k\n", "--", "-",
        "/*",
        "*/", "/", "*", ";", "(", ")", ",", ".", "\n", "\r", "\r\n", "\t", " ", "\u{0}", "é", "COPY ", "t ", "FROM ",
        "stdin", "COPY t FROM stdin;\n", "\n\\.\n", "CREATE ", "FUNCTION ", "BEGIN ", "ATOMIC ", "CASE ", "END",
        "SET standard_conforming_strings = off;", "SET standard_conforming_strings = on;", "ALTER TABLE t OWNER TO ",
        "alice", "\"bob\"", "GRANT SELECT ON t TO ", "PUBLIC", "CREATE POLICY p ON t TO ", "CREATE USER MAPPING FOR ",
        "SET SESSION AUTHORIZATION ", "ALTER DEFAULT PRIVILEGES FOR ROLE ", "REVOKE ", "ALTER ", "OWNER ", "TO ", "1.5",
    ]
    private static let seconds = 5.0

    @Test(arguments: [UInt64(1), 2, 3, 20_261_126])
    func `pieces are the dump, and do not depend on where it is cut`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var time = FuzzTime(seconds: Self.seconds)
        for _ in 0..<4000 where time.allowsRound() {
            let dump = Self.dump(&random)
            let whole = Self.split(dump, every: max(1, dump.count))
            try #require(whole.bytes == dump)
            let cut = Self.split(dump, every: 1 + random.number(9))
            try #require(cut.bytes == dump)
            try #require(cut.statements == whole.statements)
            // A screen passes all of it, or refuses it, wherever the blocks are cut.
            let first = Self.screened(dump, every: max(1, dump.count))
            try #require(first == Self.screened(dump, every: 1 + random.number(9)))
            if let first { try #require(first == dump) }
        }
    }

    @Test(arguments: [UInt64(4), 5])
    func `roles are filtered, or a dump is refused`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var time = FuzzTime(seconds: Self.seconds)
        let roles = TargetRoles(existing: ["alice"], assignable: [], isSuperuser: false)
        for _ in 0..<4000 where time.allowsRound() {
            let dump = Self.dump(&random)
            var screen = DumpScreen(commands: nil, filter: DumpFilter(roles: roles))
            var output: [UInt8] = []
            do throws(DumpRefusal) {
                try dump.withUnsafeBytes { bytes in
                    Result { () throws(DumpRefusal) in try screen.pass(bytes, into: &output) }
                }.get()
                try screen.finish(into: &output)
            } catch {
                guard case .roleMissing = error else { throw error }
                continue
            }
            // The filter removes text, and adds at most what separates names.
            if screen.report.isEmpty { try #require(output == dump) }
        }
    }

    private static func dump(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<random.number(40) {
            if random.oneIn(12) {
                bytes.append(UInt8(random.number(256)))
            } else {
                bytes += Array((random.pick(words) ?? "").utf8)
            }
        }
        return bytes
    }

    private static func split(_ dump: [UInt8], every size: Int) -> (bytes: [UInt8], statements: [DumpStatement]) {
        var splitter = DumpStatementSplitter()
        var bytes: [UInt8] = []
        var statements: [DumpStatement] = []
        func take(_ piece: DumpStatementSplitter.Piece) {
            switch piece {
            case .passage(let passage): bytes.append(contentsOf: passage)
            case .command(let line): bytes += line
            case .statement(let statement):
                bytes += statement.bytes
                statements.append(statement)
            }
        }
        for start in stride(from: 0, to: dump.count, by: size) {
            dump[start..<min(start + size, dump.count)].withUnsafeBytes { splitter.split($0, take) }
        }
        splitter.finish(take)
        return (bytes, statements)
    }

    private static func screened(_ dump: [UInt8], every size: Int) -> [UInt8]? {
        var screen = DumpScreen(commands: CommandGuard(requiresRestriction: false), filter: DumpFilter(roles: nil))
        var output: [UInt8] = []
        do throws(DumpRefusal) {
            for start in stride(from: 0, to: dump.count, by: size) {
                let chunk = Array(dump[start..<min(start + size, dump.count)])
                try chunk.withUnsafeBytes { bytes in
                    Result { () throws(DumpRefusal) in try screen.pass(bytes, into: &output) }
                }.get()
            }
            try screen.finish(into: &output)
            return output
        } catch {
            return nil
        }
    }
}
