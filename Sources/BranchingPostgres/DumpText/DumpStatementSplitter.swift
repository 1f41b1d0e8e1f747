import Glibc

/// Splits a plain-text dump into statements and what is between them, from chunks of any size.
///
/// The pieces, in order, add up to the dump, byte for byte. Memory is bounded by the longest statement: rows are
/// never collected.
package struct DumpStatementSplitter: Sendable {
    /// A part of a dump.
    package enum Piece {
        /// Blanks, comments, rows of a COPY. Valid only during the call.
        case passage(UnsafeRawBufferPointer)
        /// A line that psql takes for its own command, such as `\restrict`, with its line break. A very long one comes
        /// in parts.
        case command([UInt8])
        /// A whole statement.
        case statement(DumpStatement)
    }

    private enum Section: Sendable {
        case statements
        /// After `COPY … FROM stdin;`, up to the end of its line.
        case copyHeader
        case rows
        /// In the last line of the rows: `\.` and a line break.
        case endOfRows
    }

    private var section = Section.statements
    private var lexer = StatementLexer()
    /// How much of the end marker `\.` the line has so far; nil if the line is something else.
    private var matchedMarker: Int?
    /// The command being read.
    private var command: [UInt8] = []
    /// The longest collected command, in bytes.
    private static let longestCommand = 4096

    /// Whether the statement being read contains a command.
    var isInStatementWithCommand: Bool { lexer.isInStatementWithCommand }

    package init() {}

    /// The length of the statement being read.
    var pending: (bytes: Int, tokens: Int) { lexer.pending }

    /// Takes the next chunk, and hands over the pieces that it completes.
    package mutating func split<Failure: Error>(
        _ chunk: UnsafeRawBufferPointer, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) {
        var index = 0
        while index < chunk.count {
            switch section {
            case .statements: index = try splitStatements(chunk, from: index, body)
            case .copyHeader, .endOfRows: index = try passLine(chunk, from: index, body)
            case .rows: index = try passRows(chunk, from: index, body)
            }
        }
    }

    /// Hands over the rest at the end of the dump: the beginning of an unfinished statement.
    package mutating func finish<Failure: Error>(_ body: (Piece) throws(Failure) -> Void) throws(Failure) {
        let command = command
        if !command.isEmpty { try body(.command(command)) }
        try Self.pass(lexer.finish(), body)
        self = DumpStatementSplitter()
    }

    private mutating func splitStatements<Failure: Error>(
        _ chunk: UnsafeRawBufferPointer, from start: Int, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var passageStart = start
        for index in start..<chunk.count {
            switch lexer.consume(chunk[index]) {
            case .passage: continue
            case .collected:
                try Self.pass(chunk, passageStart..<index, body)
                passageStart = index + 1
            case .command(let byte):
                try Self.pass(chunk, passageStart..<index, body)
                passageStart = index + 1
                try take(command: byte, body)
            case .released(let held):
                try Self.pass([held], body)
                passageStart = index
            case .completed(let statement):
                try Self.pass(chunk, passageStart..<index, body)
                passageStart = index + 1
                try body(.statement(statement))
                if statement.isCopyFromStandardInput {
                    section = .copyHeader
                    return passageStart
                }
            }
        }
        try Self.pass(chunk, passageStart..<chunk.count, body)
        return chunk.count
    }

    private mutating func take<Failure: Error>(
        command byte: UInt8, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) {
        command.append(byte)
        guard byte == UInt8(ascii: "\n") || command.count >= Self.longestCommand else { return }
        let line = command
        command = []
        try body(.command(line))
    }

    private mutating func passLine<Failure: Error>(
        _ chunk: UnsafeRawBufferPointer, from start: Int, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        let lineBreak = Self.lineBreak(in: chunk, from: start)
        let end = lineBreak.map { $0 + 1 } ?? chunk.count
        try Self.pass(chunk, start..<end, body)
        guard lineBreak != nil else { return end }
        if case .endOfRows = section {
            section = .statements
        } else {
            section = .rows
            matchedMarker = 0
        }
        return end
    }

    private mutating func passRows<Failure: Error>(
        _ chunk: UnsafeRawBufferPointer, from start: Int, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var index = start
        while index < chunk.count {
            if let matched = matchedMarker {
                matchedMarker = Self.match(chunk[index], after: matched)
                if matchedMarker == Self.wholeMarker {
                    section = chunk[index] == UInt8(ascii: "\n") ? .statements : .endOfRows
                    try Self.pass(chunk, start..<index + 1, body)
                    return index + 1
                }
                index += matchedMarker == nil ? 0 : 1
            } else if let lineBreak = Self.lineBreak(in: chunk, from: index) {
                index = lineBreak + 1
                matchedMarker = 0
            } else {
                index = chunk.count
            }
        }
        try Self.pass(chunk, start..<chunk.count, body)
        return chunk.count
    }

    private static let wholeMarker = 3

    /// How much of `\.` and a line break is there after one more byte. COPY doubles backslashes in values, so no row is
    /// the marker.
    private static func match(_ byte: UInt8, after matched: Int) -> Int? {
        switch (matched, byte) {
        case (0, UInt8(ascii: "\\")): 1
        case (1, UInt8(ascii: ".")): 2
        case (2, UInt8(ascii: "\n")), (2, UInt8(ascii: "\r")): wholeMarker
        default: nil
        }
    }

    /// Where the next line break is. Rows are most of a dump, and `memchr` is many times faster than a loop.
    private static func lineBreak(in chunk: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < chunk.count, let base = chunk.baseAddress else { return nil }
        guard let found = memchr(base + start, CInt(UInt8(ascii: "\n")), chunk.count - start) else { return nil }
        return UnsafeRawPointer(found) - base
    }

    private static func pass<Failure: Error>(
        _ chunk: UnsafeRawBufferPointer, _ range: Range<Int>, _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) {
        guard !range.isEmpty else { return }
        try body(.passage(UnsafeRawBufferPointer(rebasing: chunk[range])))
    }

    private static func pass<Failure: Error>(
        _ bytes: [UInt8], _ body: (Piece) throws(Failure) -> Void
    ) throws(Failure) {
        guard !bytes.isEmpty else { return }
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(Failure) in try body(.passage(buffer)) }
        }
        try result.get()
    }
}
