/// Checks that a dump has nothing that psql would run itself.
///
/// psql takes a backslash outside of quotes for a command, and commands run programs. An unpatched pg_dump, or a server
/// that lies to it, can put one into a dump (CVE-2025-8714, CVE-2025-8715). Since the minor releases of August 2025
/// pg_dump begins with `\restrict`, after which psql refuses all others; this check works for every psql.
package struct CommandGuard: Sendable {
    /// Whether the pg_dump writes `\restrict`.
    private let requiresRestriction: Bool
    private var key: [UInt8]?
    private var isOver = false

    package init(requiresRestriction: Bool) {
        self.requiresRestriction = requiresRestriction
    }

    /// Takes a command.
    mutating func see(command line: [UInt8]) throws(DumpRefusal) {
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { Array($0) }
        if words.count == 2, words[1].last == UInt8(ascii: "\n") {
            let given = Array(words[1].dropLast())
            let isKey = !given.isEmpty && given.allSatisfy(Self.isAlphanumeric)
            if isKey, key == nil, !isOver, words[0] == Array("\\restrict".utf8) {
                key = given
                return
            }
            if isKey, key == given, words[0] == Array("\\unrestrict".utf8) {
                (key, isOver) = (nil, true)
                return
            }
        }
        let shown = Self.withoutBlanks(String(decoding: line.prefix(40), as: UTF8.self))
        throw .unsafe("it has a line that psql would run as a command: '\(shown)'")
    }

    /// Takes a statement.
    mutating func see(_ statement: DumpStatement) throws(DumpRefusal) {
        guard !statement.hasCommand else { throw .unsafe("a statement contains a backslash command") }
        guard key != nil || !requiresRestriction else {
            throw .unsafe(
                "a statement precedes '\\restrict', which this version of pg_dump writes, or follows '\\unrestrict'")
        }
        guard statement.begins(with: "set") else { return }
        // Both settings change where quotes end, for psql and so for this.
        if statement.isWord("standard_conforming_strings", at: 1),
            !statement.isWord("on", at: 3), !statement.isWord("off", at: 3)
        {
            throw .unsafe("it sets standard_conforming_strings in a way that pg_dump does not")
        }
        if statement.isWord("client_encoding", at: 1) || statement.isWord("names", at: 1) {
            let name = statement.name(at: statement.isWord("names", at: 1) ? 2 : 3) ?? ""
            let plain = String(decoding: name.utf8.map(\.asciiLowercased).filter(Self.isAlphanumeric), as: UTF8.self)
            guard !plain.isEmpty, !Self.unsafeEncodings.contains(plain) else {
                throw .unsafe(
                    "it is in the encoding '\(name)', whose characters may contain bytes that look like quotes")
            }
        }
    }

    /// The client-only encodings (manual section 24.3.1), with their aliases in encnames.c.
    private static let unsafeEncodings: Set<String> = [
        "big5", "win950", "windows950", "gb18030", "gbk", "win936", "windows936", "johab", "sjis", "mskanji",
        "shiftjis",
        "win932", "windows932", "shiftjis2004", "uhc", "win949", "windows949",
    ]

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte.asciiLowercased)
    }

    private static func withoutBlanks(_ text: String) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
