/// Finds where the statements of a plain-text dump begin and end, byte by byte.
///
/// It follows the rules of psql's own scanner (`psqlscan.l`), even its guesses (`BEGIN ATOMIC`), so that it cuts where
/// psql will cut.
struct StatementLexer: Sendable {
    /// What a byte turned out to be.
    enum Step: Sendable, Hashable {
        /// It belongs to no statement: a blank, a comment.
        case passage
        /// It belongs to a psql command between statements.
        case command(UInt8)
        /// It belongs to the statement being collected.
        case collected
        /// It, and the one byte collected before it, turned out to begin a comment.
        case released(UInt8)
        /// It ends the statement.
        case completed(DumpStatement)
    }

    private var mode = Mode.between
    private var statement = DumpStatement()
    private var tokenStart = 0
    private var delimiter: [UInt8] = []
    private var nesting = StatementNesting()
    /// `standard_conforming_strings`: off means that a backslash escapes in every string.
    private var backslashIsPlain = true
    private var continuation = Continuation.none

    /// Takes the next byte.
    mutating func consume(_ byte: UInt8) -> Step {
        switch mode {
        case .between: return begin(byte)
        case .word: return continueWord(byte)
        case .number:
            if Self.isIdentifierPart(byte) || byte == UInt8(ascii: ".") { return collect(byte) }
            return end(.number, before: byte)
        case .string, .stringEscape, .stringQuote: return continueString(byte)
        case .identifier:
            if byte == UInt8(ascii: "\"") { mode = .identifierQuote }
            return collect(byte)
        case .identifierQuote:
            guard byte == UInt8(ascii: "\"") else { return end(.quotedIdentifier, before: byte) }
            mode = .identifier
            return collect(byte)
        case .dollarTag: return continueDollarTag(byte)
        case .dollarBody(let matched): return continueDollarBody(byte, matched)
        case .dash: return continueSymbol(byte, comment: UInt8(ascii: "-"), as: .lineComment)
        case .slash:
            return continueSymbol(byte, comment: UInt8(ascii: "*"), as: .blockComment(depth: 1, previous: 0))
        case .lineComment:
            if Self.isLineBreak(byte) { mode = .between }
            return outside(byte)
        case .command:
            if byte == UInt8(ascii: "\n") { mode = .between }
            return statement.bytes.isEmpty ? .command(byte) : collect(byte)
        case .blockComment(let depth, let previous): return continueBlockComment(byte, depth, previous)
        }
    }

    /// Whether the statement being collected contains a command.
    var isInStatementWithCommand: Bool { statement.hasCommand }

    /// The length of the statement being collected.
    var pending: (bytes: Int, tokens: Int) { (statement.bytes.count, statement.tokens.count) }

    /// What is left when the dump ends: the beginning of an unfinished statement.
    mutating func finish() -> [UInt8] {
        defer { self = StatementLexer() }
        return statement.bytes
    }
}

// MARK: - Between tokens

extension StatementLexer {
    private mutating func begin(_ byte: UInt8) -> Step {
        if Self.isBlank(byte) {
            if Self.isLineBreak(byte), case .afterEscapeString = continuation { continuation = .afterLineBreak }
            return outside(byte)
        }
        var continuesEscapes = false
        if case .afterLineBreak = continuation { continuesEscapes = true }
        if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "/") { continuation = .none }
        tokenStart = statement.bytes.count
        switch byte {
        case UInt8(ascii: "'"): mode = .string(escapes: continuesEscapes || !backslashIsPlain)
        case UInt8(ascii: "\""): mode = .identifier
        case UInt8(ascii: "$"): mode = .dollarTag
        case UInt8(ascii: "-"): mode = .dash
        case UInt8(ascii: "/"): mode = .slash
        case UInt8(ascii: "\\"):
            mode = .command
            guard !statement.bytes.isEmpty else { return .command(byte) }
            statement.hasCommand = true
            return collect(byte)
        case UInt8(ascii: ";"): return endStatement()
        case _ where Self.isDigit(byte): mode = .number
        case _ where Self.isIdentifierStart(byte): mode = .word
        default:
            nesting.see(symbol: byte)
            _ = collect(byte)
            record(.symbol)
            return .collected
        }
        return collect(byte)
    }

    private mutating func endStatement() -> Step {
        _ = collect(UInt8(ascii: ";"))
        record(.symbol)
        guard nesting.isOutermost else { return .collected }
        let complete = statement
        statement = DumpStatement()
        nesting = StatementNesting()
        if complete.begins(with: "set", "standard_conforming_strings") {
            backslashIsPlain = !complete.isWord("off", at: 3)
        }
        return .completed(complete)
    }

    private mutating func collect(_ byte: UInt8) -> Step {
        statement.bytes.append(byte)
        return .collected
    }

    /// Takes a byte outside of tokens.
    private mutating func outside(_ byte: UInt8) -> Step {
        statement.bytes.isEmpty ? .passage : collect(byte)
    }

    private mutating func record(_ kind: DumpStatement.Kind) {
        statement.tokens.append(.init(kind: kind, range: tokenStart..<statement.bytes.count))
    }

    /// Ends the token, and takes the byte after it.
    private mutating func end(_ kind: DumpStatement.Kind, before byte: UInt8) -> Step {
        record(kind)
        mode = .between
        return begin(byte)
    }
}

// MARK: - Inside tokens

extension StatementLexer {
    private mutating func continueWord(_ byte: UInt8) -> Step {
        if Self.isIdentifierPart(byte) || byte == UInt8(ascii: "$") { return collect(byte) }
        let word = statement.bytes[tokenStart...]
        if byte == UInt8(ascii: "'"), word.count == 1, word.first?.asciiLowercased == UInt8(ascii: "e") {
            mode = .string(escapes: true)
            return collect(byte)
        }
        nesting.see(word: word)
        return end(.word, before: byte)
    }

    private mutating func continueString(_ byte: UInt8) -> Step {
        switch mode {
        case .string(let escapes):
            if byte == UInt8(ascii: "'") {
                mode = .stringQuote(escapes: escapes)
            } else if escapes, byte == UInt8(ascii: "\\") {
                mode = .stringEscape
            }
        case .stringQuote(let escapes):
            guard byte == UInt8(ascii: "'") else {
                if escapes { continuation = .afterEscapeString }
                return end(.string, before: byte)
            }
            mode = .string(escapes: escapes)
        default:
            mode = .string(escapes: true)
        }
        return collect(byte)
    }

    private mutating func continueDollarTag(_ byte: UInt8) -> Step {
        let isFirst = statement.bytes.count == tokenStart + 1
        if byte == UInt8(ascii: "$") {
            _ = collect(byte)
            delimiter = Array(statement.bytes[tokenStart...])
            mode = .dollarBody(matched: 0)
            return .collected
        }
        if isFirst ? Self.isIdentifierStart(byte) : Self.isIdentifierPart(byte) { return collect(byte) }
        if isFirst, Self.isDigit(byte) {
            mode = .number
            return collect(byte)
        }
        // Not a quote after all: the `$` is a symbol, and a word follows.
        statement.tokens.append(.init(kind: .symbol, range: tokenStart..<tokenStart + 1))
        tokenStart += 1
        mode = isFirst ? .between : .word
        return isFirst ? begin(byte) : continueWord(byte)
    }

    private mutating func continueDollarBody(_ byte: UInt8, _ matched: Int) -> Step {
        _ = collect(byte)
        if byte == delimiter[matched] {
            mode = .dollarBody(matched: matched + 1)
            if matched + 1 == delimiter.count {
                record(.string)
                mode = .between
            }
        } else {
            // A delimiter has a `$` only at its ends, so only this byte can begin the next attempt.
            mode = .dollarBody(matched: byte == UInt8(ascii: "$") ? 1 : 0)
        }
        return .collected
    }

    private mutating func continueSymbol(_ byte: UInt8, comment: UInt8, as commentMode: Mode) -> Step {
        guard byte == comment else {
            continuation = .none
            return end(.symbol, before: byte)
        }
        mode = commentMode
        guard statement.bytes.count == 1, let held = statement.bytes.first else { return collect(byte) }
        statement.bytes.removeAll(keepingCapacity: true)
        return .released(held)
    }

    private mutating func continueBlockComment(_ byte: UInt8, _ depth: Int, _ previous: UInt8) -> Step {
        switch (previous, byte) {
        case (UInt8(ascii: "/"), UInt8(ascii: "*")): mode = .blockComment(depth: depth + 1, previous: 0)
        case (UInt8(ascii: "*"), UInt8(ascii: "/")):
            mode = depth == 1 ? .between : .blockComment(depth: depth - 1, previous: 0)
        default: mode = .blockComment(depth: depth, previous: byte)
        }
        return outside(byte)
    }

    /// What ends a comment, and separates the parts of a string, for psql's scanner.
    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isIdentifierStart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte.asciiLowercased)
    }
    private static func isIdentifierPart(_ byte: UInt8) -> Bool { isIdentifierStart(byte) || isDigit(byte) }
}
