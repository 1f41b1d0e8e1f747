import ArgumentParser
import AybConfiguration
import BranchingCore

/// `ayb start`.
struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Start the local server.",
        discussion: """
            Runs ayb-server in the background and waits until it can work. Without a database URL it runs a private \
            PostgreSQL. If the server already runs, it does nothing. Its files are in AYB_HOME: the socket \
            run/ayb.sock, the key admin.key, the log ayb-server.log, the private PostgreSQL in postgres/.

            EXAMPLES
              ayb start
              ayb start --branch feature-auth       the server works on the database of that branch
              ayb start --foreground                until Ctrl-C, with the log on the terminal
              AYB_DATABASE_URL=postgresql://app:secret@db.internal/app ayb start
            """)

    @Option(
        help: "Work on the database of this branch.", transform: BranchName.argument)
    var branch: BranchName?

    @Flag(help: "Stay in the foreground; Ctrl-C ends the server.")
    var foreground = false

    @OptionGroup(title: "Server options")
    var options: StartOptions

    func run() throws {
        Interrupt.install()
        let configuration = try options.configuration()
        let console = Console(quiet: options.quiet)
        console.warn(configuration.warnings)
        let local = try LocalServer(configuration, process: .current())
        let request = StartRequest(
            branch: branch, configurationPath: options.config, database: options.databaseURL.map(Secret.init),
            host: options.host, port: options.port)
        if foreground { try local.become(request) }
        if try local.start(request, console: console) {
            console.note("ayb-server is running. Stop it with 'ayb stop'; its log is \(local.home.log).")
        } else {
            console.note("ayb-server is already running; nothing was changed.")
        }
        let report = ServerReport(server: local.address, status: try local.api(seconds: 10).status())
        try console.show(Renderer(format: .table).text(report))
    }
}
