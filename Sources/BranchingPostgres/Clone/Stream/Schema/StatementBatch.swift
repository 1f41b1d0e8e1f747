/// Statements that go to the server together: a round trip for each would cost more than most of them.
extension StreamSession {
    private static let batchBytes = 64 << 10
    private static let batchStatements = 50

    /// Runs statements in order, each batch in one transaction: a single one could need more locks than there are.
    func script(_ statements: [[UInt8]]) throws {
        var batch: [UInt8] = []
        var count = 0
        for statement in statements {
            batch += statement
            batch.append(UInt8(ascii: "\n"))
            count += 1
            guard count == Self.batchStatements || batch.count >= Self.batchBytes else { continue }
            try script(batch)
            batch.removeAll(keepingCapacity: true)
            count = 0
        }
        if count > 0 { try script(batch) }
    }
}
