/// The facts of an established connection.
package struct ConnectionFacts: Sendable, Hashable {
    /// The host chosen from a multi-host URL, or the directory of the Unix socket.
    package var host: String
    /// The port.
    package var port: Int
    /// The role that is logged in.
    package var user: String
    /// The database.
    package var database: String
    /// The server's version, such as 150018 (manual section 34.2, PQserverVersion).
    package var serverVersion: Int
    /// The process id that the server, or a proxy in front of it, announced.
    package var backendPID: Int32

    /// The server's major version, such as 15.
    package var majorVersion: Int { serverVersion / 10_000 }
}
