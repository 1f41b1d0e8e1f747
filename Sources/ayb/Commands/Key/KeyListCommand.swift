import ArgumentParser
import BranchingCore
import FoundationEssentials

/// `ayb key list`.
struct KeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the keys that work, oldest first.",
        discussion: """
            Secrets are not shown: they are not stored.

            EXAMPLES
              ayb key list
              ayb key list --all
              ayb key list --output json | jq -r '.[] | select(.role == "admin") | .name'
            """,
        aliases: ["ls"])

    @Flag(help: "Also those that have expired or were revoked.")
    var all = false

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            let keys = try session.api.keys().filter { all || $0.isValid(at: Date()) }
            if keys.isEmpty, session.renderer.format == .table {
                session.console.note("There are no keys\(all ? "" : " that work").")
            } else {
                try session.console.show(session.renderer.text(keys))
            }
        }
    }
}
