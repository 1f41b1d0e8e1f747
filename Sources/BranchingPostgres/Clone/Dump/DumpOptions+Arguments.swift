import SQLText

// Nothing about the connection is among the arguments: every user of the machine can read them.
extension DumpOptions {
    /// The arguments of pg_dump.
    var dumpArguments: [String] {
        // All identifiers are quoted because a later target may have more reserved words.
        ["--format=plain", "--no-password", "--no-subscriptions", "--quote-all-identifiers"]
            + ["--lock-wait-timeout=\(lockTimeout)"]
            + (schemaOnly ? ["--schema-only"] : [])
            + excludedTableData.map { "--exclude-table-data=\($0)" }
            + (encoding.map { ["--encoding=\($0)"] } ?? [])
            + (loadsThroughRoot ? ["--load-via-partition-root"] : [])
            + (keepsTablespaces ? [] : ["--no-tablespaces"])
    }

    /// The arguments of psql.
    var restoreArguments: [String] {
        ["-X", "-q", "--no-password", "-v", "ON_ERROR_STOP=1"]
            + (targetSettings.isEmpty ? [] : ["-c", Self.apply(targetSettings)])
            + ["-f", "-"]
    }

    /// A statement instead of PGOPTIONS: poolers refuse those, and so does a server that lacks one of the settings.
    private static func apply(_ settings: [Setting]) -> String {
        let values = settings.map { "(\(SQLIdentifier.literal($0.name)), \(SQLIdentifier.literal($0.value)))" }
        return """
            SELECT pg_catalog.set_config(s.name, v.value, false) \
            FROM (VALUES \(values.joined(separator: ", "))) AS v (name, value) \
            JOIN pg_catalog.pg_settings AS s ON s.name = v.name
            """
    }
}
