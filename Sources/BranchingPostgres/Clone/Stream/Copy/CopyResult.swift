import CLibpq

/// The results of a script with COPY in it, in their order.
extension StreamSession {
    /// Takes results until rows can move.
    ///
    /// - Throws: the error of an earlier statement.
    func beginCopy(of script: String) throws {
        while let result = try nextResult() {
            switch PQresultStatus(result) {
            case PGRES_COPY_OUT, PGRES_COPY_IN:
                PQclear(result)
                return
            default:
                _ = try QueryResult(taking: result, statement: script)
            }
        }
        throw PostgresError(message: "The \(side.rawValue) did not start the COPY.", statement: script)
    }

    /// Reports that all rows were sent.
    func endRows() throws {
        while true {
            let state = PQputCopyEnd(connection, nil)
            guard state >= 0 else { throw lastError() }
            try flush()
            if state == 1 { return }
        }
    }

    /// Takes the result of a COPY whose rows have all moved.
    ///
    /// - Returns: how many rows the server counted.
    func endCopy(of script: String) throws -> Int {
        guard let result = try nextResult() else { throw lastError(script) }
        return try QueryResult(taking: result, statement: script).affectedRows
    }
}
