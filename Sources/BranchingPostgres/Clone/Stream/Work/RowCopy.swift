import CLibpq

/// Copies the rows of one piece of work.
struct RowCopy: Sendable {
    let unit: CopyUnit
    /// The encoding of both databases: rows are not converted.
    let encoding: String
    let limiter: RateLimiter?
    let gauge: CopyGauge

    /// Copies the rows, in one transaction of the target.
    ///
    /// - Parameters:
    ///   - source: in a transaction that sees the snapshot.
    ///   - locking: whether it has to lock the tables.
    /// - Throws: `55P03` if a lock is not free; then the source's transaction has failed and the target is untouched.
    func run(from source: StreamSession, to target: StreamSession, locking: Bool) throws {
        try source.use(encoding: encoding)
        try target.use(encoding: encoding)
        let (reading, writing) = (unit.reading(locking: locking), unit.writing)
        try source.send(reading)
        do { try source.beginCopy(of: reading) } catch {
            // The script's remaining results repeat the error.
            _ = try? source.finish(reading)
            throw error
        }
        try target.send(writing)
        for (index, table) in unit.tables.enumerated() {
            if index > 0 { try source.beginCopy(of: reading) }
            do {
                try target.beginCopy(of: writing)
                try CopyPipe(source: source, target: target, limiter: limiter) { [gauge] in gauge.add($0) }.run()
                let read = try source.endCopy(of: reading)
                try target.endRows()
                let written = try target.endCopy(of: writing)
                guard read == written else {
                    throw PostgresError(message: "\(read) rows were read, and \(written) written.")
                }
            } catch let error as PostgresError {
                throw error.about(table)
            }
        }
        try source.finish(reading)
        try target.finish(writing)
    }
}

extension PostgresError {
    /// The same error, with its table.
    fileprivate func about(_ table: StreamTable) -> PostgresError {
        var error = self
        error.message = "The rows of \(table.sqlName) could not be copied: \(message)"
        return error
    }
}
