import ArgumentParser
import BranchingCore

/// `ayb branch create`.
struct BranchCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a branch.",
        discussion: """
            Copies the source into a new database, and waits until it is ready. Ctrl-C during that deletes the \
            branch. The source is only read; nobody who works on it is disturbed.

            EXAMPLES
              ayb branch create feature-auth
              ayb branch create review-17 --from feature-auth
              ayb branch create empty --schema-only
              ayb branch create big --dry-run    what would be done, and how long
              ayb branch create big --no-wait    return at once

            STRATEGIES
              template  PostgreSQL copies the files itself: fastest. The source
                        must be in the same cluster and without other sessions;
                        --disconnect-source ends those.
              stream    COPY from session to session, by several workers at
                        one snapshot: from anywhere, and while the source is
                        in use.
              dump      pg_dump into psql: slower, and needs one connection
                        at each end only.
              auto      template if possible, else stream.
            """)

    @Argument(help: "The name of the new branch.", transform: BranchName.argument)
    var name: BranchName

    @Option(
        help: ArgumentHelp(
            "What to copy: main (the server's own database), another branch, or a postgresql:// URL.",
            valueName: "source"))
    var from: String?

    @Option(help: "How to copy: auto, template, stream or dump.")
    var strategy: StrategyChoice = .auto

    @Flag(help: "Copy the schema without rows.")
    var schemaOnly = false

    @Flag(help: "End other sessions on the source if the copy needs that.")
    var disconnectSource = false

    @Option(
        help: ArgumentHelp(
            "Copy these tables without their rows: a name or schema.name, with * and ?. Can be given several times.",
            valueName: "pattern"))
    var excludeTableData: [String] = []

    @Option(help: "How many workers a stream clone has, 1 to 64.")
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Read at most this many bytes per second from the source: 500k, 20M, 1G.", valueName: "rate"),
        transform: ByteCount.argument)
    var maxRate: Int64?

    @Flag(help: "Only show what would be done.")
    var dryRun = false

    @Flag(inversion: .prefixedNo, help: "Wait until the branch is ready.")
    var wait = true

    @OptionGroup(title: "Output options")
    var output: OutputOptions

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        do {
            _ = try body.request()
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() throws {
        let isFromElsewhere = from.map { BranchSource.isConnectionString(Secret($0)) } ?? false
        try Session.run(connection, output: output.output, sendsConnectionString: isFromElsewhere) { session in
            if dryRun {
                try session.console.show(session.renderer.text(session.api.plan(body)))
                return
            }
            guard wait || !session.isPrivate else {
                throw ClientError(
                    .usage,
                    "--no-wait needs a server that stays, and this one would end with the command. Start one with"
                        + " 'ayb start', or name one with --url.")
            }
            let created = try session.api.create(body)
            let branch = wait ? try BranchWait(session).settled(created) : created
            session.console.note(Self.note(branch))
            try session.console.show(session.renderer.text(branch))
        }
    }

    private var body: CreateBranchBody {
        CreateBranchBody(
            name: name.rawValue, from: from.map(Secret.init), strategy: strategy.rawValue,
            schemaOnly: schemaOnly ? true : nil, disconnectSource: disconnectSource ? true : nil,
            excludeTableData: excludeTableData.isEmpty ? nil : excludeTableData, jobs: jobs, maxRate: maxRate)
    }

    private static func note(_ branch: Branch) -> String {
        branch.status == .ready
            ? "The branch '\(branch.name)' is ready. Connect: psql \"$(ayb branch url \(branch.name) --password)\""
            : "The branch '\(branch.name)' is being created. See how far it is: ayb branch get \(branch.name)"
    }
}
