import SQLText

/// A run-time setting of a session of a clone.
struct StreamSetting: Sendable, Hashable {
    let name: String
    let value: String

    /// Settings that make values be written and read in one way only (as pg_dump sets them).
    static let source =
        values + [
            // A scan that begins in the middle, at another session's position, would spoil the order of the rows.
            StreamSetting(name: "synchronize_seqscans", value: "off"),
            // Rows are read once, in order; a parallel plan for part of a table only costs.
            StreamSetting(name: "max_parallel_workers_per_gather", value: "0"),
        ]

    /// Settings that make loading fast. A crash before the branch is published loses the clone in any case, and the
    /// transaction that publishes it waits for its WAL, and so for everything written before.
    ///
    /// - Parameter maintenanceMemory: the bytes that one session may use to build an index.
    static func target(maintenanceMemory: Int) -> [StreamSetting] {
        values + [
            StreamSetting(name: "synchronous_commit", value: "off"),
            StreamSetting(name: "maintenance_work_mem", value: "\(maintenanceMemory >> 10)kB"),
            // Nobody else is on the target, but our own sessions wait for each other.
            StreamSetting(name: "lock_timeout", value: "3600000"),
            StreamSetting(name: "check_function_bodies", value: "off"),
            StreamSetting(name: "xmloption", value: "content"),
        ]
    }

    private static let values = [
        StreamSetting(name: "intervalstyle", value: "postgres"),
        StreamSetting(name: "lc_monetary", value: "C"),
        StreamSetting(name: "bytea_output", value: "hex"),
    ]

    /// A query that makes the settings; those that the server does not know, or the role may not set, are left out.
    static func statement(_ settings: [StreamSetting]) -> String {
        let rows = settings.map { "(\(SQLIdentifier.literal($0.name)), \(SQLIdentifier.literal($0.value)))" }
        return """
            SELECT pg_catalog.count(pg_catalog.set_config(wanted.name, wanted.value, false))
            FROM (VALUES \(rows.joined(separator: ", "))) AS wanted (name, value)
            JOIN pg_catalog.pg_settings AS known ON known.name = wanted.name
            WHERE known.setting IS DISTINCT FROM wanted.value
            """
    }
}
