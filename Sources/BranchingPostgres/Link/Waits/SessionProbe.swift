package import Logging

/// Asks the server, on a separate connection, what it does for one of our sessions.
///
/// A silent connection looks the same whether the server works or the network lost it; TCP's own keep-alive does not
/// reach through a proxy. The server knows.
package struct SessionProbe: Sendable {
    package let side: ServerSide
    let parameters: ConnectionParameters
    /// The session's process, as the server itself numbers it.
    let pid: Int64
    let logger: Logger

    package init(side: ServerSide, parameters: ConnectionParameters, pid: Int64, logger: Logger) {
        self.side = side
        self.parameters = parameters
        self.pid = pid
        self.logger = logger
    }

    /// - Returns: what is wrong; nil if the server is working for us.
    package func complaint() -> String? {
        do {
            let handle = try ConnectionHandle.open(parameters, logger: logger)
            let rows = try handle.query(
                "SELECT state, wait_event_type FROM pg_catalog.pg_stat_activity WHERE pid = $1", [.integer(pid)])
            guard let row = rows.first else { return "its session is gone" }
            let isIdle = try row.optional("state", as: String.self)?.hasPrefix("idle") ?? false
            let waitsForUs = try row.optional("wait_event_type", as: String.self) == "Client"
            return isIdle || waitsForUs ? "the server waits for us, and nothing comes through" : nil
        } catch {
            return "a new connection fails too: \((error as? PostgresError)?.message ?? "\(error)")"
        }
    }
}

/// Which server a session is on, as named in messages.
package enum ServerSide: String, Sendable {
    case source
    case target
    /// On neither end of a clone: the server of the branches.
    case server
}
