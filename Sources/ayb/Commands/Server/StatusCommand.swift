import ArgumentParser

/// `ayb status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the server, its PostgreSQL, and whether it can branch.",
        discussion: """
            Goes where any other command would go, but starts no local server: if none runs, the exit code is 7.

            EXAMPLES
              ayb status
              ayb status --url https://ayb.example.com --output json
            """)

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output, startsServer: false) { session in
            let report = ServerReport(server: "\(session.api.http.address)", status: try session.api.status())
            try session.console.show(session.renderer.text(report))
        }
    }
}
