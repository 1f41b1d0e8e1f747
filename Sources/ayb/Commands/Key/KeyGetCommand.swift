import ArgumentParser
import BranchingCore

/// `ayb key get`.
struct KeyGetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show one key.",
        discussion: """
            Shows its role and limits, who made it, when it ends, and when and from where it was last used.

            EXAMPLES
              ayb key get key_8Zk3vX0qLr2TnYb5WmCd
              ayb key get key_8Zk3vX0qLr2TnYb5WmCd --output json | jq -r .last_used_at
            """)

    @Argument(help: "The id of the key.", transform: KeyID.argument)
    var id: KeyID

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            try session.console.show(session.renderer.text(session.api.key(id)))
        }
    }
}
