import CLibpq
import Glibc

/// Waits for the answer to one session's request, never longer than its limits.
///
/// Asks the server to cancel what takes too long. One that does not answer that either (it is stopped, lost by the
/// network, or malicious) is given up after ``grace``; the connection is then in the middle of a statement, and cannot
/// be used again.
///
/// Used only from its session's queue.
final class StatementWait {
    /// How long the server may take to cancel a statement.
    static let grace = Duration.seconds(3)
    /// How often a wait checks, in milliseconds.
    private static let step: CInt = 100

    let limits: WaitLimits
    let interruption: Interruption
    private let connection: OpaquePointer
    private let canceller: CancelToken?
    /// Asks the server whether it works for us, if a statement takes long.
    private let probe: SessionProbe
    private let callLimit: Duration?
    private var received = ReceivedBytes()
    /// When the call as a whole ends.
    private var callEnd: ContinuousClock.Instant?
    /// When the wait ends, and with what error.
    private var deadline: (time: ContinuousClock.Instant, error: PostgresError)?
    /// When a server that was asked to cancel is given up, and with what error.
    private var surrender: (time: ContinuousClock.Instant, error: PostgresError)?
    /// When to ask the server what it is doing; nil for statements that should not take long.
    private var nextProbe: ContinuousClock.Instant?
    private static let probeInterval = Duration.seconds(15)

    /// The limit of a call, as a multiple of a statement's.
    static let statementsOfCall = 5

    /// - Parameter boundsCalls: whether a call as a whole has a limit too: a server that answers each of many
    ///   statements at the last moment would delay it for hours.
    init(
        connection: OpaquePointer, limits: WaitLimits, interruption: Interruption, canceller: CancelToken?,
        probe: SessionProbe,
        boundsCalls: Bool
    ) {
        callLimit = boundsCalls ? limits.statement * Self.statementsOfCall : nil
        self.connection = connection
        self.limits = limits
        self.interruption = interruption
        self.canceller = canceller
        self.probe = probe
    }

    /// Begins a new call, which may receive ``WaitLimits/resultBytes``.
    func beginCall() {
        received.reset()
        callEnd = callLimit.map { .now + $0 }
    }

    /// Sends what libpq holds, and waits for all results.
    ///
    /// - Parameters:
    ///   - statement: for the error.
    ///   - limit: how long it may take.
    ///   - setting: the setting that the limit comes from.
    /// - Returns: the last result, which the caller owns.
    func results(of statement: String, within limit: Duration, setting: String) throws -> OpaquePointer? {
        let late = PostgresError(
            sqlState: .queryCanceled,
            message: "PostgreSQL did not answer within \(limit.wholeSeconds) s (\(setting)).", statement: statement)
        deadline = (min(.now + limit, callEnd ?? .now + limit), late)
        surrender = nil
        nextProbe = limit == limits.copy ? .now + Self.probeInterval : nil
        var last: OpaquePointer?
        do {
            try flush()
            while true {
                while PQisBusy(connection) == 1 { try waitForServer(writing: false) }
                guard let result = PQgetResult(connection) else { break }
                if let last { PQclear(last) }
                last = result
                // An unrequested COPY would come as a result again and again.
                if [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(PQresultStatus(result)) { break }
            }
        } catch {
            if let last { PQclear(last) }
            throw error
        }
        guard let surrender else { return last }
        // It was asked to cancel. A cancellation still under way would hit the next statement.
        canceller?.waitUntilSent(within: Self.grace)
        let isDone = last.map { [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus($0)) } ?? false
        if isDone { return last }
        if let last { PQclear(last) }
        throw surrender.error
    }

    private func flush() throws {
        while true {
            let state = PQflush(connection)
            guard state >= 0 else { throw lastError() }
            if state == 0 { return }
            try waitForServer(writing: true)
        }
    }

    /// Waits a moment for the socket, and reads what has arrived.
    private func waitForServer(writing: Bool) throws {
        try look()
        let events = Int16(Int32(POLLIN) | (writing ? Int32(POLLOUT) : 0))
        var polled = pollfd(fd: PQsocket(connection), events: events, revents: 0)
        guard poll(&polled, 1, Self.step) >= 0 || errno == EINTR || errno == EAGAIN else {
            throw PostgresError(message: "Waiting for a socket failed: \(String(cString: strerror(errno))).")
        }
        guard Int32(polled.revents) & ~Int32(POLLOUT) != 0 else { return }
        let isWell = received.reading(connection) { PQconsumeInput(connection) == 1 }
        guard isWell else { throw lastError() }
        do { try received.check(limits.resultBytes) } catch {
            canceller?.requestCancellation()
            throw error
        }
    }

    /// Checks whether the wait is over its limit.
    private func look() throws {
        let now = ContinuousClock.now
        if let surrender {
            if now > surrender.time { throw surrender.error }
        } else if interruption.isRaised {
            // Whoever raised it has asked the server to cancel.
            surrender = (now + Self.grace, Interruption.error)
        } else if let deadline, now > deadline.time {
            canceller?.requestCancellation()
            surrender = (now + Self.grace, deadline.error)
        } else if let time = nextProbe, now > time {
            if let complaint = probe.complaint() {
                throw PostgresError(
                    sqlState: .connectionFailure,
                    message:
                        "The connection to the \(probe.side.rawValue) is stuck: nothing came through in \(Self.probeInterval.wholeSeconds) seconds, and \(complaint)."
                )
            }
            nextProbe = .now + Self.probeInterval
        }
    }

    private func lastError() -> PostgresError {
        PostgresError(message: String(cString: PQerrorMessage(connection)).trimmedLine)
    }
}
