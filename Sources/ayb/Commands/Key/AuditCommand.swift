import ArgumentParser
import BranchingCore
import FoundationEssentials

/// `ayb audit`.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show who did what, newest first.",
        discussion: """
            Changes of branches and keys, passwords given out, comparisons, and refused keys. A result is ok, the code \
            of a problem, or started: it still runs, or the server was killed.

            EXAMPLES
              ayb audit
              ayb audit --branch feature-auth
              ayb audit --action branch.password --since 7d
              ayb audit --actor key_8Zk3vX0qLr2TnYb5WmCd --output json | jq -r '.[].action'
            """)

    @Option(help: ArgumentHelp("Only what this key did, by its id; or root.", valueName: "id"))
    var actor: String?

    @Option(help: "Only this action, such as branch.delete.")
    var action: String?

    @Option(help: ArgumentHelp("Only what was done to this branch.", valueName: "name"))
    var branch: String?

    @Option(
        help: ArgumentHelp(
            "Only lines from then on: 2026-01-31T12:00:00Z, or how long ago, such as 2d.", valueName: "time"),
        transform: TimeSpan.instant)
    var since: Date?

    @Option(help: ArgumentHelp("Before then.", valueName: "time"), transform: TimeSpan.instant)
    var until: Date?

    @Option(help: "How many lines, 1 to 1000.")
    var limit = 100

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        guard AuditFilter.limits.contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to 1000.")
        }
    }

    func run() throws {
        let filter = AuditFilter(
            actor: actor, action: action, branch: branch, since: since, until: until, limit: limit)
        try Session.run(connection, output: output.output, startsServer: false) { session in
            let entries = try session.api.audit(filter)
            if entries.isEmpty, session.renderer.format == .table {
                session.console.note("There is nothing on record.")
            } else {
                try session.console.show(session.renderer.text(entries))
            }
        }
    }
}
