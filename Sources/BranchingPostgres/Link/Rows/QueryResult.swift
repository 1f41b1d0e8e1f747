import CLibpq

/// Owns one libpq result until its rows are read.
package struct QueryResult: ~Copyable {
    private let result: OpaquePointer

    /// Takes a result, and throws if it is an error.
    package init(taking result: OpaquePointer, statement: String) throws(PostgresError) {
        self.result = result
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw Self.error(of: result, statement: statement)
        }
    }

    deinit {
        PQclear(result)
    }

    package var affectedRows: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// The rows, which take the result with them.
    package consuming func rows() -> [PostgresRow] {
        let rows = QueryRows(taking: result)
        discard self
        return (0..<rows.count).map { PostgresRow(rows: rows, index: $0) }
    }

    private static func error(of result: OpaquePointer, statement: String) -> PostgresError {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        return PostgresError(
            sqlState: field(ayb_diag_sqlstate).map(SQLState.init),
            message: field(ayb_diag_message_primary) ?? String(cString: PQresultErrorMessage(result)).trimmedLine,
            detail: field(ayb_diag_message_detail), hint: field(ayb_diag_message_hint),
            constraint: field(ayb_diag_constraint_name), statement: statement)
    }
}
