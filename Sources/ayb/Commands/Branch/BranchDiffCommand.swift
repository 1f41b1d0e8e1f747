import ArgumentParser
import BranchingCore

/// `ayb branch diff`.
struct BranchDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what separates two databases, and write the SQL.",
        usage: """
            ayb branch diff <branch> [options]          from main to the branch
            ayb branch diff <from> <to> [options]
            """,
        discussion: """
            Compares the schemas of two databases. The SQL turns the first into the second, rows included if that is \
            possible. Both are only read. Each is a branch, main (the server's own database) or a postgresql:// URL. \
            With one of them the other is main: 'diff feature' shows what turns main into feature. \
            Two URLs need no server and no configuration.

            EXAMPLES
              ayb branch diff feature-auth
              ayb branch diff feature-auth --stat
              ayb branch diff main feature-auth --output sql > migration.sql
              ayb branch diff feature-auth main --output sql    the way back
              ayb branch diff feature-auth --output sql --verify |
                psql -v ON_ERROR_STOP=1 "$DATABASE_URL"
              ayb branch diff "$STAGING_URL" "$PRODUCTION_URL" --exit-code
              ayb branch diff feature-auth --rename shop.users=shop.customers

            OUTPUT
              table  the changes by kind, each with what it may do: a line that
                     begins with ! is a hazard
              json   the whole report, SQL included
              sql    the SQL and nothing else, its hazards as comments; empty
                     if there is nothing to do

            A rename is a drop and a create, which loses rows, unless --rename names it. --online writes statements \
            that hold locks only briefly; some of them cannot run in a transaction. --verify makes a copy of \
            the first database without its rows, runs the SQL there, and compares the copy with the second by the model \
            of ayb and by pg_dump; the copy is always removed. If they differ, the exit code is 1.

            An argument with a password can be seen by other users of this machine: leave the password out if the \
            server needs none, or compare branches by name.
            """)

    @Argument(
        help: ArgumentHelp(
            "The database that the SQL changes; given alone, the one to compare main with.",
            valueName: "from"))
    var first: String

    @Argument(help: ArgumentHelp("The database that it becomes equal to.", valueName: "to"))
    var second: String?

    @Option(name: [.short, .long], help: "How the result is printed: table, json or sql.")
    var output: DiffOutput?

    @Flag(help: "Only count the changes of each kind.")
    var stat = false

    @Flag(help: "Exit with 10 if something differs.")
    var exitCode = false

    @Option(
        help: ArgumentHelp(
            "Compare only this schema, and nothing outside of schemas. Can be repeated.", valueName: "name"))
    var schema: [String] = []

    @Option(help: ArgumentHelp("Leave out this schema. Can be repeated.", valueName: "name"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave this out: owner, privileges, comments or column-order. Can be repeated, or with commas between.",
            valueName: "what"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "Treat `new` in the second database as the renamed `old`; each is schema.name or schema.table.column. Can be "
                + "repeated.", valueName: "old=new"))
    var rename: [String] = []

    @Flag(help: "Write SQL that holds locks only briefly.")
    var online = false

    @Flag(help: "Fail if something cannot be compared.")
    var strict = false

    @Flag(help: "Try the SQL on a copy of the first database, without its rows.")
    var verify = false

    @OptionGroup(title: "Server options")
    var connection: ConnectionOptions

    func validate() throws {
        if stat, let output, output != .table {
            throw ValidationError("--stat counts, and --output \(output.rawValue) does not: give one of them.")
        }
        do {
            _ = try body().request()
        } catch let error as BranchError {
            throw ValidationError(error.description)
        }
    }

    func run() throws {
        let body = try body()
        try Session.run(
            connection, needsDatabase: !Self.isSelfContained(body),
            sendsConnectionString: [body.from, body.to].contains(where: BranchSource.isConnectionString)
        ) { session in
            let line = ProgressLine(session.console)
            line.show(verify ? "comparing and verifying" : "comparing")
            defer { line.clear() }
            let report = try session.api.diff(body)
            line.clear()
            try DiffPrinter(
                console: session.console, output: output ?? DiffOutput(session.renderer.format), isStat: stat
            )
            .show(report)
            if exitCode, !report.changes.isEmpty { throw ClientError(.differences, "") }
        }
    }

    /// The request that the flags make.
    func body() throws -> DiffBody {
        DiffBody(
            from: Secret(second == nil ? "main" : first), to: Secret(second ?? first),
            schemas: schema.isEmpty ? nil : schema, exclude: exclude.isEmpty ? nil : exclude,
            ignore: ignore.isEmpty ? nil : try DiffOptions.aspects(ignore),
            renames: rename.isEmpty ? nil : try DiffOptions.renames(rename), online: online ? true : nil,
            strict: strict ? true : nil, verify: verify ? true : nil)
    }

    /// Whether both databases are connection strings.
    static func isSelfContained(_ body: DiffBody) -> Bool {
        [body.from, body.to].allSatisfy(BranchSource.isConnectionString)
    }
}

extension BranchSource {
    /// Whether a database is a connection string, which may hold a password.
    static func isConnectionString(_ text: Secret) -> Bool {
        guard case .database? = try? BranchSource(parsing: text.reveal()) else { return false }
        return true
    }
}
