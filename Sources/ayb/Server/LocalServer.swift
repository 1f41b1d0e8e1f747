import AybConfiguration
import BranchingCore
import Glibc

/// This user's server on this machine, identified by its directory and its Unix socket.
struct LocalServer: Sendable {
    /// Its directory.
    let home: AybHome
    /// Its socket.
    let socket: String
    /// The configuration that it runs with, or would.
    let configuration: Configuration
    /// The surroundings.
    let process: ProcessContext

    /// The limit of a start, in seconds: the first one makes a PostgreSQL cluster.
    static let startLimit = 120.0

    /// The server for this configuration and these surroundings.
    ///
    /// - Throws: ``ConfigurationError`` if others can have put a socket, a key or a process id where we look for them.
    init(_ configuration: Configuration, process: ProcessContext) throws(ConfigurationError) {
        home = try AybHome(process: process)
        socket = configuration.server.socket ?? home.socket
        try home.check()
        if socket == home.socket {
            try home.checkSocketDirectory()
        } else {
            try SocketPlace.check(socket, userID: process.userID)
        }
        self.configuration = configuration
        self.process = process
    }

    /// Its address for people: TCP if it listens on it, and the socket.
    var address: String {
        let socket = "\(ServerAddress.socket(socket))"
        let server = configuration.server
        guard server.listensOnTCP, server.port > 0 else { return socket }
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        return "\(server.tls == nil ? "http" : "https")://\(host):\(server.port), \(socket)"
    }

    /// Whether it listens.
    var isListening: Bool { UnixSocket.isListening(socket) }

    /// Its key, if it has one yet.
    func key() throws(ConfigurationError) -> Secret? { try AdminToken.existing(configuration, home: home) }

    /// Its process id, if it runs.
    func processID() throws(SystemFailure) -> Int32? { try ServerProcessFile.holder(at: home.processFile) }

    /// The API at its socket.
    ///
    /// - Parameter seconds: how long somebody waits for an answer; nil for no limit.
    func api(seconds: Double? = nil) throws -> APIClient {
        let http = try HTTPClient(.socket(socket), isInterrupted: { Interrupt.isPending })
        return APIClient(http: http, key: try key(), deadline: Deadline(seconds: seconds))
    }
}

extension LocalServer {
    /// Stops the server and waits until it is gone.
    ///
    /// Only a process that holds the process file's lock is signalled: an id alone may belong to another process by
    /// now.
    ///
    /// - Returns: Whether it ran.
    func stop(console: Console) throws -> Bool {
        guard let id = try processID() else { return false }
        guard kill(id, SIGTERM) == 0 || errno == ESRCH else { throw SystemFailure("stop the process \(id)") }
        let limit = Double(configuration.server.shutdownTimeout + 10)
        let deadline = Deadline(seconds: limit)
        let line = ProgressLine(console)
        defer { line.clear() }
        while try ServerProcessFile.isHeld(at: home.processFile) {
            try Interrupt.check()
            guard !deadline.hasPassed else {
                throw ClientError(
                    .timeout, "ayb-server (process \(id)) is still running after \(Int(limit)) s. See \(home.log).")
            }
            line.show("stopping ayb-server")
            Interrupt.pause(milliseconds: 20)
        }
        return true
    }
}
