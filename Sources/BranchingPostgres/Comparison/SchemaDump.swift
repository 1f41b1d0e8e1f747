import BranchingCore
import DumpText
import PostgresTools
import SQLText

/// What `pg_dump --schema-only` writes of a database, as far as a comparison looks.
struct SchemaDump: Sendable {
    let endpoint: ToolEndpoint
    let programs: ToolPrograms
    let options: DiffOptions
    /// The schemas of the database.
    let schemas: Set<String>
    let limits: WaitLimits
    /// A login that counts as the role whose place it takes.
    var login: LoginStandIn?

    /// Runs pg_dump.
    func read() async throws -> NormalizedDump {
        let wanted = options.schemas.intersection(schemas).sorted()
        // pg_dump fails if it finds none of the schemas it is asked for.
        if wanted.isEmpty, !options.schemas.isEmpty { return NormalizedDump("") }
        let directory = try PrivateDirectory(in: PrivateDirectory.parent)
        defer { directory.remove() }
        // `ALTER DATABASE … SET timezone` would show in constants. Poolers accept this one as a session setting.
        let dump = try ToolRun(
            .pgDump, at: programs.pgDump, arguments: arguments(schemas: wanted), connectingTo: endpoint, in: directory,
            variables: ["PGTZ": "UTC"])
        let (exit, text, message) = try await ReachabilityWatch.watching([], within: limits.copy) {
            try await dump.output(limit: limits.resultBytes)
        }
        guard exit.isSuccess else { throw ToolError.sourceFailed(exit: exit, message: message) }
        return NormalizedDump(login?.replaced(in: text) ?? text)
    }

    private func arguments(schemas wanted: [String]) -> [String] {
        [
            "--schema-only", "--no-password", "--no-subscriptions",
            // The same for both dumps, whatever `client_encoding` and `quote_all_identifiers` the databases have.
            "--encoding=UTF8", "--quote-all-identifiers",
            "--lock-wait-timeout=\(limits.lock.wholeMilliseconds)",
        ]
            + wanted.map { "--schema=\(SQLIdentifier.quoted($0))" }
            + options.excludedSchemas.intersection(schemas).sorted()
            .map { "--exclude-schema=\(SQLIdentifier.quoted($0))" }
            + (options.ignored.contains(.owner) ? ["--no-owner"] : [])
            + (options.ignored.contains(.privileges) ? ["--no-privileges"] : [])
            + (options.ignored.contains(.comments) ? ["--no-comments"] : [])
    }
}
