import DumpText

/// A section of the schema, as text. Statements come one by one: with their tokens they are many times as large.
struct SchemaText: Sendable {
    let text: String

    /// Takes each statement, in order.
    ///
    /// - Throws: what the body throws first; no more statements are taken then.
    func forEachStatement<Failure: Error>(
        _ body: (DumpStatement) throws(Failure) -> Void
    ) throws(Failure) {
        var failure: Failure?
        var splitter = DumpStatementSplitter()
        var text = text
        text.withUTF8 { bytes in
            splitter.split(UnsafeRawBufferPointer(bytes)) { piece in
                guard failure == nil, case .statement(let statement) = piece else { return }
                do throws(Failure) { try body(statement) } catch { failure = error }
            }
        }
        if let failure { throw failure }
    }
}
