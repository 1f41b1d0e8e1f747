/// The answer of `GET /api/admin/branches/{name}/connection`.
public struct ConnectionBody: Sendable, Hashable, Codable {
    /// The connection as a URL; with the password only if asked for.
    public var url: String
    /// The host name, address, or directory of the Unix socket.
    public var host: String
    /// The port.
    public var port: Int
    /// The branch database.
    public var database: String
    /// The role to log in as.
    public var user: String

    /// Describes a connection.
    ///
    /// - Parameters:
    ///   - connection: How to connect.
    ///   - includingPassword: Whether the URL has the password.
    public init(_ connection: BranchConnection, includingPassword: Bool) {
        url = connection.url(includingPassword: includingPassword)
        host = connection.host
        port = connection.port
        database = connection.database
        user = connection.user
    }
}
