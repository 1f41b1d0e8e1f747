import AybConfiguration
import BranchingCore

/// Where a command goes.
enum Target: Sendable, Hashable {
    /// To a server.
    case server(ServerAddress, from: ConfigurationOrigin)
    /// To a private server for this database, for as long as the command lasts.
    case database(Secret, from: ConfigurationOrigin)
    /// To the local server, at its Unix socket.
    case local(socket: String, from: ConfigurationOrigin)

    /// Decides from the configuration alone.
    ///
    /// The first of these: `--url` or `--database-url`, `AYB_URL`, `AYB_DATABASE_URL`, `cli.url`, `database.url`, the
    /// local server.
    ///
    /// - Throws: ``ClientError`` with status usage for both flags, and for an invalid URL.
    static func resolve(_ configuration: Configuration, home: AybHome) throws(ClientError) -> Target {
        let urlOrigin = configuration.origin(.cliURL)
        let databaseOrigin = configuration.origin(.databaseURL)
        if case .flag = urlOrigin, case .flag = databaseOrigin {
            throw ClientError(
                .usage,
                "--url names a server, and --database-url a database for a private server: give only one of them.")
        }
        if let url = configuration.client.url, urlOrigin.rank >= databaseOrigin.rank {
            return .server(try ServerAddress(parsing: url, from: "\(urlOrigin)"), from: urlOrigin)
        }
        if let database = configuration.database.url { return .database(database, from: databaseOrigin) }
        return .local(
            socket: configuration.server.socket ?? home.socket, from: configuration.origin(.serverSocket))
    }
}
