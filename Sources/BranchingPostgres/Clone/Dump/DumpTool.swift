/// The two programs of a dump.
package enum DumpTool: String, Sendable, Hashable {
    case pgDump = "pg_dump"
    case psql

    /// The path or name to run it by.
    func path(_ options: DumpOptions) -> String {
        switch self {
        case .pgDump: options.pgDumpPath
        case .psql: options.psqlPath
        }
    }

    /// Its arguments. Nothing about the connection is among them: every user of the machine can read them.
    func arguments(_ options: DumpOptions) -> [String] {
        switch self {
        case .pgDump:
            // Quoting all identifiers is for a target of a later version, which may have more reserved words.
            ["--format=plain", "--no-password", "--no-subscriptions", "--quote-all-identifiers"]
                + ["--lock-wait-timeout=\(options.lockTimeout)"]
                + (options.schemaOnly ? ["--schema-only"] : [])
                + options.excludedTableData.map { "--exclude-table-data=\($0)" }
                + (options.encoding.map { ["--encoding=\($0)"] } ?? [])
                + (options.loadsThroughRoot ? ["--load-via-partition-root"] : [])
                + (options.keepsTablespaces ? [] : ["--no-tablespaces"])
        case .psql:
            ["-X", "-q", "--no-password", "-v", "ON_ERROR_STOP=1"]
                + (options.targetSettings.isEmpty ? [] : ["-c", Self.apply(options.targetSettings)])
                + ["-f", "-"]
        }
    }

    /// A statement and not PGOPTIONS: poolers refuse those, and so does a server that does not know one of the settings.
    private static func apply(_ settings: [DumpOptions.Setting]) -> String {
        let values = settings.map { "(\(literal($0.name)), \(literal($0.value)))" }.joined(separator: ", ")
        return """
            SELECT pg_catalog.set_config(s.name, v.value, false) \
            FROM (VALUES \(values)) AS v (name, value) JOIN pg_catalog.pg_settings AS s ON s.name = v.name
            """
    }

    private static func literal(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
