import Glibc

/// Screens a dump on its way to psql: nothing passes that psql would take for its own command, and what the target
/// cannot take is left out.
package struct DumpScreen: Sendable {
    private var splitter = DumpStatementSplitter()
    private var commands: CommandGuard?
    private var filter: DumpFilter

    private let mostTokens: Int

    /// A statement is held until its end: an endless one must not fill the memory. PostgreSQL takes less than 1 GiB.
    private static let longestStatement = 256 << 20

    /// - Parameters:
    ///   - commands: nil if the reader is not psql.
    ///   - filter: Adapts it to its target.
    ///   - mostTokens: How many words and signs a statement may have.
    package init(commands: CommandGuard?, filter: DumpFilter, mostTokens: Int = 4 << 20) {
        self.commands = commands
        self.filter = filter
        self.mostTokens = mostTokens
    }

    /// What the filter left out so far.
    package var report: RoleFilterReport { filter.report }

    /// Appends the part of a chunk that passes.
    ///
    /// - Throws: ``DumpRefusal/roleMissing(_:)``, ``DumpRefusal/unsafe(_:)``.
    package mutating func pass(_ chunk: UnsafeRawBufferPointer, into output: inout [UInt8]) throws(DumpRefusal) {
        if commands != nil, let base = chunk.baseAddress, memchr(base, 0, chunk.count) != nil {
            // psql reads C strings, which end there.
            throw .unsafe("it has a NUL byte")
        }
        // Separate while it works, because the closure changes the rest.
        var splitter = splitter
        defer { self.splitter = splitter }
        try splitter.split(chunk) { (piece) throws(DumpRefusal) in try take(piece, into: &output) }
        let pending = splitter.pending
        guard pending.bytes <= Self.longestStatement, pending.tokens <= mostTokens else {
            throw .unsafe("it has a statement of more than \(pending.bytes) bytes that does not end there")
        }
    }

    /// Appends what is left at the end of the dump.
    package mutating func finish(into output: inout [UInt8]) throws(DumpRefusal) {
        var splitter = splitter
        defer { self.splitter = splitter }
        let endsInCommand = splitter.isInStatementWithCommand
        if commands != nil, endsInCommand { throw .unsafe("a statement contains a backslash command") }
        try splitter.finish { (piece) throws(DumpRefusal) in try take(piece, into: &output) }
    }

    private mutating func take(_ piece: DumpStatementSplitter.Piece, into output: inout [UInt8]) throws(DumpRefusal) {
        switch piece {
        case .passage(let bytes): output.append(contentsOf: bytes)
        case .command(let line):
            try commands?.see(command: line)
            output += line
        case .statement(let statement):
            try commands?.see(statement)
            do {
                if let text = try filter.text(of: statement) { output += text }
            } catch {
                throw .roleMissing(error)
            }
        }
    }
}
