import ArgumentParser
import AybConfiguration

/// Which server a command uses, and how.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The server: http://…, https://… or unix:///path.", valueName: "url"))
    var url: String?

    @Option(
        name: .customLong("database-url"),
        help: ArgumentHelp(
            "The database, worked on by a private server for as long as the command lasts. Other users of this "
                + "machine can see arguments: AYB_DATABASE_URL hides a password better.", valueName: "url"))
    var databaseURL: String?

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"), completion: .file())
    var config: String?

    @Option(help: ArgumentHelp("A file that holds the key of the server.", valueName: "file"), completion: .file())
    var apiKeyFile: String?

    @Option(help: ArgumentHelp("Give up after this long; exit code 8.", valueName: "seconds"))
    var timeout: Double?

    @Flag(name: [.short, .long], help: "Only results and errors: no progress, no notes.")
    var quiet = false

    func validate() throws {
        if let timeout, !(timeout > 0 && timeout <= 1e6) {
            throw ValidationError("--timeout takes a number of seconds from above 0 to 1000000.")
        }
        if url != nil, databaseURL != nil {
            throw ValidationError(
                "--url names a server, and --database-url a database for a private server: give only one of them.")
        }
    }

    /// The configuration, overridden by these flags.
    func configuration(output: Output?) throws(ConfigurationError) -> Configuration {
        try Configuration.load(
            flags: [
                ConfigurationFlag(.cliURL, "--url", url),
                ConfigurationFlag(.databaseURL, "--database-url", databaseURL),
                ConfigurationFlag(.cliAPIKeyFile, "--api-key-file", apiKeyFile),
                ConfigurationFlag(.cliOutput, "--output", output?.rawValue),
            ], path: config)
    }

    /// When the command must be done.
    var deadline: Deadline { Deadline(seconds: timeout) }
}
