import ArgumentParser
import BranchingCore

/// `ayb branch get`.
struct BranchGetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show one branch.",
        discussion: """
            Shows its status, why it failed if it did, how far it is while it is being created, how it was copied and \
            why.

            EXAMPLES
              ayb branch get feature-auth
              ayb branch get feature-auth --output json | jq -r .status
            """)

    @Argument(help: "The name of the branch.", transform: BranchName.argument)
    var name: BranchName

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            try session.console.show(session.renderer.text(session.api.branch(name)))
        }
    }
}
