/// Brings the schema of the control database up to date.
enum MigrationRunner {
    /// The advisory lock that one migrating server holds. Operations use the positive keys.
    static let lockKey: Int64 = -6_179_001

    /// Applies the missing steps in one transaction. Servers that start at once wait for each other.
    ///
    /// - Throws: Also where the database was migrated by a newer version of ayb.
    static func migrate(_ handle: borrowing ConnectionHandle) throws(PostgresError) {
        try handle.transaction { (handle) throws(PostgresError) in
            try handle.query("SELECT pg_catalog.pg_advisory_xact_lock($1)", [.integer(lockKey)])
            let present = try handle.query(
                "SELECT pg_catalog.to_regclass('ayb.schema_migration') IS NOT NULL AS present")
            if try present.first?.value("present", as: Bool.self) != true {
                try handle.script(
                    """
                    CREATE SCHEMA ayb;
                    CREATE TABLE ayb.schema_migration (
                        version    integer PRIMARY KEY,
                        applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
                    );
                    """)
            }
            let applied = try handle.query("SELECT coalesce(max(version), 0) AS version FROM ayb.schema_migration")
            let version = try applied.first?.value("version", as: Int.self) ?? 0
            guard version <= Migration.all.count else {
                throw PostgresError(
                    message:
                        "The control database was made by a newer version of ayb (schema \(version), this one knows \(Migration.all.count)). Update this server."
                )
            }
            for migration in Migration.all where migration.version > version {
                try handle.script(migration.sql)
                try handle.execute(
                    "INSERT INTO ayb.schema_migration (version) VALUES ($1)", [.integer(Int64(migration.version))])
            }
        }
    }
}
