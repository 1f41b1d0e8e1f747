/// How deep inside parentheses and `BEGIN … END` a statement is: a `;` ends it only outside of both.
///
/// The rule for SQL-standard function bodies is psql's: `BEGIN`, `CASE` and `END` count in a statement that starts with
/// `CREATE [OR REPLACE] FUNCTION` or `PROCEDURE`, outside of parentheses.
struct StatementNesting: Sendable {
    private var parentheses = 0
    private var blocks = 0
    private var opening: [String] = []

    /// Whether a `;` here ends the statement.
    var isOutermost: Bool { parentheses == 0 && blocks == 0 }

    /// Takes a symbol.
    mutating func see(symbol: UInt8) {
        if symbol == UInt8(ascii: "(") { parentheses += 1 }
        if symbol == UInt8(ascii: ")"), parentheses > 0 { parentheses -= 1 }
    }

    /// Takes an unquoted word.
    mutating func see(word: ArraySlice<UInt8>) {
        // No relevant word is longer.
        let text = word.count <= 9 ? String(decoding: word.map(\.asciiLowercased), as: UTF8.self) : ""
        if opening.count < 4 { opening.append(text) }
        guard definesRoutine, parentheses == 0 else { return }
        switch text {
        case "begin": blocks += 1
        case "case": if blocks > 0 { blocks += 1 }
        case "end": if blocks > 0 { blocks -= 1 }
        default: break
        }
    }

    private var definesRoutine: Bool {
        guard opening.first == "create" else { return false }
        let kind = opening.dropFirst().first == "or" ? opening.dropFirst(3).first : opening.dropFirst().first
        return kind == "function" || kind == "procedure"
    }
}
