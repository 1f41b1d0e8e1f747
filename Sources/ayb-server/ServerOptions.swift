import ArgumentParser
import AybConfiguration

/// The flags of `ayb-server`.
struct ServerOptions: ParsableArguments {
    @Option(help: "The configuration file. Default: ./ayb.toml, the user's, then /etc/ayb/ayb.toml.")
    var config: String?

    @Option(name: .customLong("database-url"), help: "The source database, as a connection URL.")
    var databaseURL: String?

    @Option(help: "The address to listen on; empty for no TCP. Default: 127.0.0.1.")
    var host: String?

    @Option(help: "The TCP port; 0 for any free one. Default: 8090.")
    var port: String?

    @Option(help: "The path of the Unix socket. Default: in AYB_HOME.")
    var socket: String?

    @Option(help: "Work on the database of this branch.")
    var branch: String?

    @Flag(help: "Stop when the standard input ends: for a program that runs its own server.")
    var untilInputEnds = false

    /// The flags, as configuration values.
    var flags: [ConfigurationFlag?] {
        [
            ConfigurationFlag(.databaseURL, "--database-url", databaseURL),
            ConfigurationFlag(.serverHost, "--host", host), ConfigurationFlag(.serverPort, "--port", port),
            ConfigurationFlag(.serverSocket, "--socket", socket),
        ]
    }
}
