import ArgumentParser
import AybConfiguration

/// The options for starting the server.
struct StartOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: ArgumentHelp(
            "The database to branch; the default is a private PostgreSQL. Other users of this machine can see "
                + "arguments: AYB_DATABASE_URL hides a password better.", valueName: "url"))
    var databaseURL: String?

    @Option(help: ArgumentHelp("The address to listen on; empty for the Unix socket only.", valueName: "address"))
    var host: String?

    @Option(help: "The TCP port.")
    var port: Int?

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(name: [.short, .long], help: "Only results and errors: no progress, no notes.")
    var quiet = false

    /// The configuration that the server will see.
    func configuration() throws(ConfigurationError) -> Configuration {
        try Configuration.load(
            flags: [
                ConfigurationFlag(.databaseURL, "--database-url", databaseURL),
                ConfigurationFlag(.serverHost, "--host", host),
                ConfigurationFlag(.serverPort, "--port", port.map(String.init)),
            ], path: config)
    }
}
