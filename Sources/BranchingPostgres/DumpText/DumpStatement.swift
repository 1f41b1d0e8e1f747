/// One SQL statement of a plain-text dump, with its `;`, and its tokens.
package struct DumpStatement: Sendable, Hashable {
    /// The statement as it is in the dump, in the dump's encoding.
    package internal(set) var bytes: [UInt8] = []
    /// The tokens in order, without comments and blanks.
    package internal(set) var tokens: [Token] = []
    /// Whether it has a backslash outside of quotes and comments, which psql reads as a command.
    package internal(set) var hasCommand = false

    /// A token: what it is and where it is in ``DumpStatement/bytes``.
    package struct Token: Sendable, Hashable {
        package var kind: Kind
        package var range: Range<Int>
    }

    /// What a token can be.
    package enum Kind: Sendable, Hashable {
        /// An unquoted identifier or a keyword.
        case word
        /// `"…"`, with its quotes.
        case quotedIdentifier
        /// `'…'`, `E'…'` or `$$…$$`, with its quotes.
        case string
        /// A number, or a parameter such as `$1`.
        case number
        /// Any other single byte.
        case symbol
    }

    /// The bytes of the token at an index; empty if there is no such token.
    package func text(at index: Int) -> ArraySlice<UInt8> {
        tokens.indices.contains(index) ? bytes[tokens[index].range] : []
    }

    /// Whether the token at an index is this keyword, in any case, without quotes.
    ///
    /// - Parameter keyword: in lower case.
    package func isWord(_ keyword: String, at index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
        return bytes[tokens[index].range].lazy.map(\.asciiLowercased).elementsEqual(keyword.utf8)
    }

    /// Whether the statement begins with these keywords, given in lower case.
    package func begins(with keywords: String...) -> Bool {
        keywords.enumerated().allSatisfy { isWord($0.element, at: $0.offset) }
    }

    /// Whether the token at an index is this byte.
    package func isSymbol(_ symbol: Character, at index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .symbol else { return false }
        return bytes[tokens[index].range.lowerBound] == symbol.asciiValue
    }

    /// The name that the token at an index stands for: a word in lower case, an identifier or a string without its
    /// quotes (manual, section 4.1.1).
    package func name(at index: Int) -> String? {
        guard tokens.indices.contains(index) else { return nil }
        let text = bytes[tokens[index].range]
        switch tokens[index].kind {
        case .word:
            return String(decoding: text.map(\.asciiLowercased), as: UTF8.self)
        case .quotedIdentifier, .string:
            guard text.count >= 2, let quote = text.first, quote == text.last else { return nil }
            return String(decoding: Self.undoubled(text.dropFirst().dropLast(), quote), as: UTF8.self)
        case .number, .symbol:
            return nil
        }
    }

    /// Whether rows follow the statement in the dump: `COPY … FROM stdin`.
    ///
    /// Only as pg_dump writes it, `COPY name [(columns)] FROM stdin`: no rows follow `COPY (SELECT … FROM stdin) TO …`.
    package var isCopyFromStandardInput: Bool {
        guard begins(with: "copy"), name(at: 1) != nil else { return false }
        var index = 2
        while isSymbol(".", at: index) { index += 2 }
        if isSymbol("(", at: index) {
            index = (tokens.indices.first { $0 > index && isSymbol(")", at: $0) } ?? tokens.count) + 1
        }
        return isWord("from", at: index) && isWord("stdin", at: index + 1)
    }

    private static func undoubled(_ text: ArraySlice<UInt8>, _ quote: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        var previousIsQuote = false
        for byte in text {
            previousIsQuote = byte == quote && !previousIsQuote
            if !previousIsQuote { result.append(byte) }
        }
        return result
    }
}

extension UInt8 {
    /// The lower case of an ASCII letter; other bytes as they are.
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension DumpStatement {
    /// The last statement of a text that lacks its `;`; nil if a `;` does not end it, as in quotes.
    package init?(lackingEnd text: String) {
        var lexer = StatementLexer()
        for byte in text.utf8 { _ = lexer.consume(byte) }
        guard case .completed(let statement) = lexer.consume(UInt8(ascii: ";")) else { return nil }
        self = statement
    }
}
