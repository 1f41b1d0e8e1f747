import BranchingCore
import CLibpq
import Logging

/// Owns one libpq connection. All calls block; a ``PostgresConnection`` makes them on a queue of its own.
package struct ConnectionHandle: ~Copyable {
    let connection: OpaquePointer

    private init(taking connection: OpaquePointer) {
        self.connection = connection
    }

    deinit {
        PQfinish(connection)
    }

    /// Connects, and makes the session independent of what the role or database has set.
    static func open(_ parameters: ConnectionParameters, logger: Logger) throws(PostgresError) -> ConnectionHandle {
        let settings = ConnectionDefaults.filling(parameters).values.sorted { $0.key < $1.key }
        let pointer = withCStrings(settings.map(\.key) as [String?] + [nil]) { keywords in
            // expand_dbname = 0: a database name is a name, and never a connection string.
            withCStrings(settings.map(\.value) as [String?] + [nil]) { PQconnectdbParams(keywords, $0, 0) }
        }
        guard let pointer else { throw PostgresError(message: "libpq has no memory for a connection.") }
        let handle = ConnectionHandle(taking: pointer)
        guard PQstatus(pointer) == CONNECTION_OK else {
            throw ConnectionFailure.error(message: String(cString: PQerrorMessage(pointer)), parameters: parameters)
        }
        NoticeLogging.install(on: pointer, logger: logger)
        _ = try handle.query(ConnectionDefaults.sessionSettings)
        return handle
    }

    /// Runs one statement and returns its rows.
    @discardableResult
    package func query(_ sql: String, _ values: [PostgresValue] = []) throws(PostgresError) -> [PostgresRow] {
        try run(sql, values).rows()
    }

    /// Runs a query and takes its rows one by one. Only some of them are in memory at a time, so this is for results that
    /// can be large. A transaction has to be open.
    func forEachRow(of sql: String, _ body: (PostgresRow) throws(PostgresError) -> Void) throws(PostgresError) {
        try query("DECLARE ayb_rows NO SCROLL CURSOR FOR \(sql)")
        while true {
            let rows = try query("FETCH FORWARD \(Self.rowsAtATime) FROM ayb_rows")
            for row in rows { try body(row) }
            if rows.count < Self.rowsAtATime { break }
        }
        try query("CLOSE ayb_rows")
    }

    private static let rowsAtATime = 2000

    /// Runs one statement and returns how many rows it changed.
    @discardableResult
    package func execute(_ sql: String, _ values: [PostgresValue] = []) throws(PostgresError) -> Int {
        try run(sql, values).affectedRows
    }

    /// Runs a script of several statements that take no values, all in the open transaction where there is one.
    package func script(_ sql: String) throws(PostgresError) {
        guard let result = PQexec(connection, sql) else {
            throw PostgresError(message: String(cString: PQerrorMessage(connection)).trimmedLine, statement: sql)
        }
        _ = try QueryResult(taking: result, statement: sql)
    }

    private func run(_ sql: String, _ values: [PostgresValue]) throws(PostgresError) -> QueryResult {
        let result = withCStrings(values.map(\.text)) {
            PQexecParams(connection, sql, Int32(values.count), nil, $0, nil, nil, 0)
        }
        guard let result else {
            throw PostgresError(message: String(cString: PQerrorMessage(connection)).trimmedLine, statement: sql)
        }
        return try QueryResult(taking: result, statement: sql)
    }

    /// Runs the body in one transaction, which is rolled back where the body throws.
    package func transaction<Value, Failure: Error>(
        _ body: (borrowing ConnectionHandle) throws(Failure) -> Value, mappingErrors map: (PostgresError) -> Failure
    ) throws(Failure) -> Value {
        do { try query("BEGIN") } catch { throw map(error) }
        let value: Value
        do {
            value = try body(self)
        } catch {
            // The first error is the one to tell; where the rollback fails too, the connection is gone.
            _ = try? query("ROLLBACK")
            throw error
        }
        do { try query("COMMIT") } catch { throw map(error) }
        return value
    }

    /// Runs the body in one transaction, which is rolled back where the body throws.
    package func transaction<Value>(_ body: (borrowing ConnectionHandle) throws(PostgresError) -> Value)
        throws(PostgresError) -> Value
    {
        try transaction(body, mappingErrors: { $0 })
    }

    /// Whether it can be used for another statement: connected, and outside a transaction.
    var isUsable: Bool {
        // Reading what has arrived is how libpq notices that the server closed the connection. It may have said good-bye
        // first, and then the end shows only at the second read.
        for _ in 0..<2 where PQconsumeInput(connection) != 1 { return false }
        return PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    func cancelToken() -> CancelToken? { CancelToken(of: connection) }

    /// What the connection turned out to be.
    func facts() -> ConnectionFacts {
        ConnectionFacts(
            host: String(cString: PQhost(connection)), port: Int(String(cString: PQport(connection))) ?? 5432,
            user: String(cString: PQuser(connection)), database: String(cString: PQdb(connection)),
            serverVersion: Int(PQserverVersion(connection)), backendPID: PQbackendPID(connection))
    }
}
