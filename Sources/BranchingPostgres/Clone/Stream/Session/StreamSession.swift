import CLibpq
import Logging
import SQLText

/// One session of a stream clone. Each of its waits also waits for the stop signal, and now and then checks whether the
/// server still works for us.
///
/// It is used from one queue only, that of its worker.
final class StreamSession {
    /// Which end of the clone it is on.
    let side: ServerSide
    let connection: OpaquePointer
    let wait: SocketWait
    private let handle: ConnectionHandle
    private var patience: Patience
    private var encoding = "UTF8"
    private var received = ReceivedBytes()

    /// Connects, and sets what a session on that side needs.
    init(
        _ parameters: ConnectionParameters, side: ServerSide, settings: [StreamSetting], stop: StopSignal,
        logger: Logger
    ) throws {
        self.side = side
        let interruption = Interruption()
        stop.include(interruption)
        handle = try ConnectionHandle.open(parameters, logger: logger, interruption: interruption)
        connection = handle.connection
        wait = SocketWait(stop: stop)
        let rows = try handle.query(
            "SELECT pg_catalog.pg_backend_pid() AS pid, (\(StreamSetting.statement(settings))) AS settings")
        patience = Patience(
            probe: SessionProbe(
                side: side, parameters: parameters, pid: try rows.first?.value("pid") ?? 0, logger: logger))
        guard PQsetnonblocking(connection, 1) == 0 else { throw lastError() }
        handle.canceller.map(stop.include)
        if stop.isSet { throw SocketWait.stopped }
    }

    var socket: CInt { PQsocket(connection) }

    /// Runs a script, all of it in one transaction unless it says otherwise.
    ///
    /// - Returns: the rows of its last statement.
    @discardableResult
    func query(_ sql: String) throws -> [PostgresRow] {
        try send(sql)
        return try finish(sql)
    }

    /// Runs a script given as bytes in the encoding of the session.
    func script(_ sql: [UInt8]) throws {
        let isSent = (sql + [0]).withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { PQsendQuery(connection, $0.baseAddress) == 1 }
        }
        let text = String(decoding: sql, as: UTF8.self)
        guard isSent else { throw lastError(text) }
        try flush()
        _ = try finish(text)
    }

    /// Sets the encoding of what is sent and received, if it differs.
    func use(encoding: String) throws {
        guard encoding != self.encoding else { return }
        try query("SET client_encoding TO \(SQLIdentifier.literal(encoding))")
        self.encoding = encoding
    }

    /// The facts of the connection.
    var facts: ConnectionFacts { handle.facts() }

    /// Sends a script, whose results are for ``nextResult(of:)``.
    func send(_ sql: String) throws {
        guard PQsendQuery(connection, sql) == 1 else { throw lastError(sql) }
        try flush()
    }

    /// Takes all remaining results, so that the session can be used again, even after an error.
    ///
    /// - Returns: the rows of the last one.
    @discardableResult
    func finish(_ sql: String) throws -> [PostgresRow] {
        var failure: PostgresError?
        var rows: [PostgresRow] = []
        while let result = try nextResult() {
            if [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(PQresultStatus(result)) {
                PQclear(result)
                throw failure ?? PostgresError(message: "The \(side.rawValue) started a COPY that nobody asked for.")
            }
            do {
                rows = try QueryResult(taking: result, statement: sql).rows()
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return rows
    }

    /// Waits for the next result of what was sent; nil if there is none left.
    func nextResult() throws -> OpaquePointer? {
        patience.begin()
        received.reset()
        let end = ContinuousClock.now + handle.limits.copy
        while PQisBusy(connection) == 1 {
            if try waitAlone(readable).isEmpty {
                try patience.check()
            }
            let isWell = received.reading(connection) { PQconsumeInput(connection) == 1 }
            guard isWell else { throw lastError() }
            try received.check(handle.limits.resultBytes)
            guard ContinuousClock.now < end else { throw tooLong }
        }
        return PQgetResult(connection)
    }

    /// Sends what libpq has not sent yet.
    func flush() throws {
        patience.begin()
        while true {
            let state = PQflush(connection)
            guard state >= 0 else { throw lastError() }
            if state == 0 { return }
            let ready = try waitAlone(writable.union(readable))
            if ready.isEmpty { try patience.check() }
            // The server may not read before we have read from it (manual section 34.4).
            if !ready.isDisjoint(with: readable), PQconsumeInput(connection) != 1 { throw lastError() }
        }
    }

    private var tooLong: PostgresError {
        PostgresError(
            sqlState: .queryCanceled,
            message:
                "A statement on the \(side.rawValue) did not end within \(handle.limits.copy.wholeSeconds) s (branching.copy_timeout)."
        )
    }

    /// libpq's message on its last failure.
    func lastError(_ statement: String? = nil) -> PostgresError {
        PostgresError(message: String(cString: PQerrorMessage(connection)).trimmedLine, statement: statement)
    }

    private var readable: SocketWait.Ready { side == .source ? .sourceReadable : .targetReadable }
    private var writable: SocketWait.Ready { side == .source ? .sourceWritable : .targetWritable }

    /// Waits for this session alone.
    private func waitAlone(_ wanted: SocketWait.Ready) throws -> SocketWait.Ready {
        try wait(
            for: wanted, source: side == .source ? socket : nil, target: side == .target ? socket : nil,
            milliseconds: Patience.milliseconds)
    }

    /// Begins a wait of the caller.
    func beginWait() {
        patience.begin()
    }

    /// Checks whether the caller's wait is too long.
    func checkPatience(moved bytes: Int64) throws {
        try patience.check(moved: bytes)
    }
}
