extension StatementLexer {
    /// What the next byte belongs to.
    enum Mode: Sendable {
        case between
        case word
        case number
        case string(escapes: Bool)
        case stringEscape
        case stringQuote(escapes: Bool)
        case identifier
        case identifierQuote
        case dollarTag
        case dollarBody(matched: Int)
        case dash
        case slash
        case lineComment
        case blockComment(depth: Int, previous: UInt8)
        case command
    }

    /// A string continues after a line break (manual, section 4.1.2.1), and an `E'…'` then keeps its escapes.
    enum Continuation: Sendable {
        case none
        case afterEscapeString
        case afterLineBreak
    }
}
