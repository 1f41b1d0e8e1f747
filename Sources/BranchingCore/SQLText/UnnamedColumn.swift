/// A literal in a later SELECT of a UNION has no name until it gets a type, and is printed as `'2021-01-01'::date`. Read
/// back, it is called like its type (`FigureColname` in parser/parse_target.c), which is then printed. PostgreSQL prints
/// a cast without a name only where the name is `?column?`, which is written out here.
enum UnnamedColumn {
    private static let ends = [
        "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET",
        "FETCH", "FOR",
    ]

    /// The statement with names for casts in the lists of SELECT that have none.
    static func named(in sql: String) -> String {
        guard sql.contains("SELECT "), sql.contains("::") else { return sql }
        return String(decoding: named(Array(sql.utf8)[...]), as: UTF8.self)
    }

    private static func named(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var list = SelectList()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let end = QuotedText.end(in: bytes, at: index) {
                result += bytes[index..<end]
                index = end
            } else if bytes[index] == UInt8(ascii: "("), let end = QuotedText.endOfBrackets(in: bytes, from: index) {
                result.append(UInt8(ascii: "("))
                result += named(bytes[index + 1..<end - 1])
                result.append(UInt8(ascii: ")"))
                index = end
            } else if let word = word(bytes, at: index) {
                if word == "SELECT" {
                    list.begin()
                } else if ends.contains(word) {
                    list.endItem(&result)
                    list.end()
                } else if word == "AS" {
                    list.isNamed = true
                }
                result += Array(word.utf8)
                index += word.utf8.count
            } else {
                switch bytes[index] {
                case UInt8(ascii: ","), UInt8(ascii: ";"): list.endItem(&result)
                case UInt8(ascii: ":") where bytes[index...].starts(with: "::".utf8): list.isCast = true
                default: break
                }
                if bytes[index] == UInt8(ascii: ";") { list.end() }
                result.append(bytes[index])
                index += 1
            }
        }
        list.endItem(&result)
        return result
    }

    /// The word that begins here.
    private static func word(_ bytes: ArraySlice<UInt8>, at start: Int) -> String? {
        guard isLetter(bytes[start]), start == bytes.startIndex || !isLetter(bytes[start - 1]) else { return nil }
        return String(decoding: bytes[start...].prefix(while: isLetter), as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        QuotedText.isTypeByte(byte) && byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\"")
    }

    /// The list of a SELECT, while it is read.
    private struct SelectList {
        private var isOpen = false
        var isCast = false
        var isNamed = false

        mutating func begin() { (isOpen, isCast, isNamed) = (true, false, false) }

        mutating func end() { isOpen = false }

        /// Ends one item: writes its name before the space after it.
        mutating func endItem(_ result: inout [UInt8]) {
            defer { (isCast, isNamed) = (false, false) }
            guard isOpen, isCast, !isNamed else { return }
            let space = result.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count
            result.insert(contentsOf: #" AS "?column?""#.utf8, at: result.count - space)
        }
    }
}
