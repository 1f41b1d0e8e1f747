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
              ayb branch list --owner root --limit 20
              ayb branch list --output json | jq -r '.[].name'
            """,
        aliases: ["ls"])

    @Option(help: "Only those with this status: creating, ready or failed.")
    var status: BranchStatus?

    @Option(help: ArgumentHelp("Only those that this key made; root for the admin token.", valueName: "key id"))
    var owner: String?

    @Option(help: ArgumentHelp("Only so many, the oldest: 1 to 1000.", valueName: "count"))
    var limit: Int?

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        if let limit, !BranchFilter.limits.contains(limit) { throw ValidationError("--limit is 1 to 1000.") }
    }

    func run() throws {
        try Session.run(connection, output: output.output) { session in
            let filter = BranchFilter(status: status, owner: owner, limit: limit)
            let branches = try session.api.branches(filter)
            if branches.isEmpty, session.renderer.format == .table {
                session.console.note(
                    "There are no branches\(status.map { " that are \($0.rawValue)" } ?? "")\(owner == nil ? "" : " of that key")."
                )
            }
            if !branches.isEmpty || session.renderer.format == .json {
                try session.console.show(session.renderer.text(branches))
            }
        }
    }
}
