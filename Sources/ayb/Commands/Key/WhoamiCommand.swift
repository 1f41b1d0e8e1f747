import ArgumentParser
import BranchingCore

/// `ayb whoami`.
struct WhoamiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Show whose key is used, and what it may do.",
        discussion: """
            Goes where any other command would go, but starts no local server.

            EXAMPLES
              ayb whoami
              ayb whoami --output json | jq -r '.scopes[]'
            """)

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output, startsServer: false) { session in
            try session.console.show(session.renderer.text(session.api.whoami()))
        }
    }
}
