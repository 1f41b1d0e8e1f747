package import DumpText
import SQLText

/// How a dump is made and restored.
package struct DumpOptions: Sendable {
    /// Whether only the schema is copied, without rows.
    package var schemaOnly: Bool
    /// Patterns of tables that are copied without their rows, as pg_dump has them.
    package var excludedTableData: [String]
    /// Whether objects keep their tablespaces; if not, they go to the default of the target database.
    package var keepsTablespaces: Bool
    /// A path, or a name that is looked up in `PATH`.
    package var pgDumpPath: String
    /// A path, or a name that is looked up in `PATH`.
    package var psqlPath: String
    /// Whether rows of partitions are restored through the partitioned table, which finds the partition again.
    package var loadsThroughRoot: Bool
    /// The encoding of the dump; nil for the session's, which the source's settings can make a client-only one.
    package var encoding: String?
    /// Whether the pg_dump is one that writes `\\restrict` (``ToolRelease/writesRestriction``).
    package var requiresRestriction: Bool
    /// How long pg_dump may wait for a table that another session has locked, in milliseconds.
    package var lockTimeout: Int
    /// The roles of the target; nil if it is known to have every role of the source.
    package var targetRoles: TargetRoles?
    /// Settings of the restoring session; those that the target does not know are skipped.
    package var targetSettings: [Setting]

    /// A run-time setting of PostgreSQL.
    package struct Setting: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        schemaOnly: Bool = false, excludedTableData: [String] = [], keepsTablespaces: Bool = true,
        pgDumpPath: String = "pg_dump",
        psqlPath: String = "psql", loadsThroughRoot: Bool = false, encoding: String? = nil,
        requiresRestriction: Bool = false,
        lockTimeout: Int = WaitLimits().lock.wholeMilliseconds, targetRoles: TargetRoles? = nil,
        targetSettings: [Setting] = DumpOptions.fastRestore
    ) {
        self.schemaOnly = schemaOnly
        self.excludedTableData = excludedTableData
        self.keepsTablespaces = keepsTablespaces
        self.pgDumpPath = pgDumpPath
        self.psqlPath = psqlPath
        self.loadsThroughRoot = loadsThroughRoot
        self.encoding = encoding
        self.requiresRestriction = requiresRestriction
        self.lockTimeout = lockTimeout
        self.targetRoles = targetRoles
        self.targetSettings = targetSettings
    }

    /// Settings that make a restore fast, and keep the role's time-outs from ending it.
    ///
    /// `synchronous_commit` off: a crash before the branch is published loses the clone in any case.
    package static let fastRestore = [
        Setting("synchronous_commit", "off"), Setting("maintenance_work_mem", "256MB"),
        Setting("statement_timeout", "0"), Setting("lock_timeout", "0"),
        Setting("idle_in_transaction_session_timeout", "0"), Setting("idle_session_timeout", "0"),
        Setting("transaction_timeout", "0"),
    ]
}

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
