import ArgumentParser
import AybConfiguration

/// `ayb stop`.
struct StopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop the local server.",
        discussion: """
            Stops the server that 'ayb start' started, and waits until it has ended: running clones are stopped and \
            cleaned up. If none runs, it does nothing. Use systemctl to stop a server under systemd.

            EXAMPLES
              ayb stop
            """)

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(name: [.short, .long], help: "Only errors: no progress, no notes.")
    var quiet = false

    func run() throws {
        Interrupt.install()
        let console = Console(quiet: quiet)
        let local = try LocalServer(Configuration.load(path: config), process: .current())
        console.note(try local.stop(console: console) ? "ayb-server was stopped." : "No local server is running.")
    }
}
