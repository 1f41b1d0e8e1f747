import BranchingCore
import CLibpq
package import Logging

/// Owns one libpq connection. All calls block; a ``PostgresConnection`` makes them on its own queue.
package struct ConnectionHandle: ~Copyable {
    package let connection: OpaquePointer
    /// Asks the server to cancel what the session is doing.
    package let canceller: CancelToken?
    private let wait: StatementWait

    private init(
        taking connection: OpaquePointer, parameters: ConnectionParameters, interruption: Interruption, logger: Logger
    ) {
        self.connection = connection
        canceller = CancelToken(of: connection)
        wait = StatementWait(
            connection: connection, limits: parameters.limits, interruption: interruption, canceller: canceller,
            probe: SessionProbe(
                side: .server, parameters: parameters, pid: Int64(PQbackendPID(connection)), logger: logger),
            boundsCalls: parameters.readsTablesOnly)
    }

    deinit {
        PQfinish(connection)
    }

    /// Connects, and makes the session independent of settings of the role or database.
    ///
    /// - Parameter interruption: ends the attempt, and later every wait of the session.
    package static func open(
        _ parameters: ConnectionParameters, logger: Logger, interruption: Interruption = Interruption()
    ) throws -> ConnectionHandle {
        let filled = ConnectionDefaults.filling(parameters)
        let pointer: OpaquePointer
        do {
            pointer = try ConnectionAttempt(parameters: filled, interruption: interruption).connect()
        } catch let error as PostgresError where error.sqlState == nil {
            throw ConnectionFailure.error(message: error.message, parameters: parameters)
        }
        let handle = ConnectionHandle(
            taking: pointer, parameters: parameters, interruption: interruption, logger: logger)
        guard PQstatus(pointer) == CONNECTION_OK, PQsetnonblocking(pointer, 1) == 0 else {
            throw ConnectionFailure.error(message: String(cString: PQerrorMessage(pointer)), parameters: parameters)
        }
        NoticeLogging.install(on: pointer, logger: logger)
        // A server that never answers this gets as long as one that never answers at all.
        _ = try handle.query(
            ConnectionDefaults.sessionSettings(parameters), within: .seconds(parameters.connectSeconds))
        return handle
    }

    /// The limits of the session's waits.
    package var limits: WaitLimits { wait.limits }

    /// Begins a new call: what it receives from the server counts from now.
    func beginCall() { wait.beginCall() }

    /// Runs one statement and returns its rows.
    ///
    /// - Parameter limit: how long it may take; nil for ``WaitLimits/statement``.
    /// - Throws: `57014` if it takes too long.
    @discardableResult
    package func query(_ sql: String, _ values: [PostgresValue] = [], within limit: Duration? = nil)
        throws -> [PostgresRow]
    {
        try run(sql, values, within: limit).rows()
    }

    /// Runs a query and reads its rows one by one. Only some are in memory at a time, so this suits large results. A
    /// transaction must be open.
    package func forEachRow(of sql: String, _ body: (PostgresRow) throws -> Void) throws {
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
    package func execute(_ sql: String, _ values: [PostgresValue] = []) throws -> Int {
        try run(sql, values, within: nil).affectedRows
    }

    /// Runs a script of several statements without parameters, all in the open transaction if there is one.
    package func script(_ sql: String) throws {
        guard PQsendQuery(connection, sql) == 1 else { throw lastError(sql) }
        _ = try result(of: sql, within: nil)
    }

    private func run(_ sql: String, _ values: [PostgresValue], within limit: Duration?) throws -> QueryResult {
        let isSent = withCStrings(values.map(\.text)) {
            PQsendQueryParams(connection, sql, Int32(values.count), nil, $0, nil, nil, 0) == 1
        }
        guard isSent else { throw lastError(sql) }
        return try result(of: sql, within: limit)
    }

    private func result(of sql: String, within limit: Duration?) throws -> QueryResult {
        let setting =
            switch limit {
            case .none: "database.statement_timeout"
            case wait.limits.copy: "branching.copy_timeout"
            default: "database.connect_timeout"
            }
        let found = try wait.results(of: sql, within: limit ?? wait.limits.statement, setting: setting)
        guard let found else { throw lastError(sql) }
        do { return try QueryResult(taking: found, statement: sql) } catch {
            throw error.explained(by: wait.limits)
        }
    }

    private func lastError(_ sql: String) -> PostgresError {
        PostgresError(message: String(cString: PQerrorMessage(connection)).trimmedLine, statement: sql)
    }

    /// Runs the body in one transaction, which is rolled back if the body throws.
    package func transaction<Value>(_ body: (borrowing ConnectionHandle) throws -> Value) throws -> Value {
        try query("BEGIN")
        let value: Value
        do {
            value = try body(self)
        } catch {
            // The first error is the one to report; if the rollback fails too, the connection is gone.
            _ = try? query("ROLLBACK")
            throw error
        }
        try query("COMMIT")
        return value
    }

    /// Whether it can run another statement: connected, and outside a transaction.
    var isUsable: Bool {
        // libpq notices a connection closed by the server only by reading what has arrived. The server may say good-bye
        // first; then the end shows only at the second read.
        for _ in 0..<2 where PQconsumeInput(connection) != 1 { return false }
        return PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// The facts of the connection.
    package func facts() -> ConnectionFacts {
        ConnectionFacts(
            host: String(cString: PQhost(connection)), port: Int(String(cString: PQport(connection))) ?? 5432,
            user: String(cString: PQuser(connection)), database: String(cString: PQdb(connection)),
            serverVersion: Int(PQserverVersion(connection)), backendPID: PQbackendPID(connection))
    }
}
