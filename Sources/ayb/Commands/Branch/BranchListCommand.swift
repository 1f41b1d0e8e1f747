import ArgumentParser
import BranchingCore

/// `ayb branch list`.
struct BranchListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List branches, oldest first.",
        discussion: """
            The table rounds sizes and ages; --output json has everything, exactly, as an array of records.

            EXAMPLES
              ayb branch list
              ayb branch list --status failed
              ayb branch list --output json | jq -r '.[].name'
            """,
        aliases: ["ls"])

    @Option(help: "Only those with this status: creating, ready or failed.")
    var status: BranchStatus?

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            let branches = try session.api.branches(status: status)
            if branches.isEmpty, session.renderer.format == .table {
                session.console.note("There are no branches\(status.map { " that are \($0.rawValue)" } ?? "").")
            }
            if !branches.isEmpty || session.renderer.format == .json {
                try session.console.show(session.renderer.text(branches))
            }
        }
    }
}
