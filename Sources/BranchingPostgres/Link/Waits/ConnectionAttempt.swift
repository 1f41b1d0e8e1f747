import CLibpq
import Glibc

/// Connects, by libpq's own rules for several hosts and addresses, within a limit that holds whatever the peer does.
///
/// libpq's blocking connect checks the time only when nothing arrives, so it never leaves a server that talks on and
/// on.
struct ConnectionAttempt {
    /// What libpq is given.
    let parameters: ConnectionParameters
    let interruption: Interruption

    /// How often the wait checks, in milliseconds.
    private static let step: CInt = 100
    /// What a server may send before the session is up, in bytes. PostgreSQL sends less than 2 KiB.
    private static let mostBytes = 1 << 20

    /// How many addresses that do not answer there is time for.
    private static let mostSilent = 4

    private enum Outcome {
        case ended(OpaquePointer)
        /// Nothing, or nothing useful, came from an address in time.
        case silent(OpaquePointer, ConnectionHosts.Place)
    }

    /// - Returns: a connection, which is up or says in its own words why not.
    func connect() throws -> OpaquePointer {
        var hosts = ConnectionHosts(parameters)
        // A string, or a name in DNS, can have thousands of addresses, and whoever waits for them has a place.
        let end = ContinuousClock.now + limit * Self.mostSilent
        while true {
            let outcome = try attempt(hosts.applied(to: parameters))
            guard case .silent(let connection, let place) = outcome else {
                if case .ended(let connection) = outcome { return connection }
                continue
            }
            PQfinish(connection)
            // libpq cannot be made to go on with the next address: a new attempt gets the others.
            guard hosts.leaveOut(place), .now < end else {
                throw PostgresError(
                    message:
                        "'\(place.host)', port \(place.port), did not answer within \(limit.wholeSeconds) s (connect_timeout, or database.connect_timeout; at most \(WaitLimits.connectSeconds.upperBound) s)."
                )
            }
        }
    }

    private var limit: Duration { .seconds(parameters.connectSeconds) }

    private func attempt(_ parameters: ConnectionParameters) throws -> Outcome {
        let settings = parameters.revealed.sorted { $0.key < $1.key }
        let pointer = withCStrings(settings.map(\.key) as [String?] + [nil]) { keywords in
            // expand_dbname = 0: a database name is never a connection string.
            withCStrings(settings.map(\.value) as [String?] + [nil]) { PQconnectStartParams(keywords, $0, 0) }
        }
        guard let connection = pointer else { throw PostgresError(message: "libpq has no memory for a connection.") }
        guard PQstatus(connection) != CONNECTION_BAD else { return .ended(connection) }
        do { return try follow(connection) } catch {
            PQfinish(connection)
            throw error
        }
    }

    /// Goes on until the connection is up, fails or takes too long (manual section 34.1, PQconnectPoll).
    private func follow(_ connection: OpaquePointer) throws -> Outcome {
        var state = PGRES_POLLING_WRITING
        var place = ConnectionHosts.Place(connection)
        var end = ContinuousClock.now + limit
        var received = ReceivedBytes()
        while true {
            if interruption.isRaised { throw Interruption.error }
            let current = ConnectionHosts.Place(connection)
            if current != place { (place, end) = (current, .now + limit) }
            if ContinuousClock.now > end { return .silent(connection, place) }
            let event = Int16(state == PGRES_POLLING_READING ? Int32(POLLIN) : Int32(POLLOUT))
            var polled = pollfd(fd: PQsocket(connection), events: event, revents: 0)
            guard poll(&polled, 1, Self.step) > 0 else { continue }
            state = received.reading(connection) { PQconnectPoll(connection) }
            if state == PGRES_POLLING_OK || state == PGRES_POLLING_FAILED { return .ended(connection) }
            try received.check(Self.mostBytes, of: "before a session stood")
        }
    }
}
