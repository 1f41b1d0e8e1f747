import BranchingCore

/// Brings the schema of the control database up to date.
enum MigrationRunner {
    /// The advisory lock that one migrating server holds. Operations use the positive keys.
    static let lock = AdvisoryLock(key: -6_179_001)

    /// How long servers that start at once wait for each other: a migration takes milliseconds.
    static let patience = Duration.seconds(10)

    /// Applies the missing steps in one transaction, once nobody else does, and if the schema is ours alone.
    ///
    /// - Throws: Also if a newer version of ayb migrated the database, and if somebody else holds the lock.
    static func migrate(_ connection: PostgresConnection) async throws {
        try await lock.take(on: connection, within: patience, for: "The start of the control database")
        try await connection.run { handle in
            try handle.transaction { handle in
                try ControlSchemaOwnership.check(on: handle)
                try apply(on: handle)
            }
            // The session may live on.
            try lock.release(on: handle)
        }
    }

    private static func apply(on handle: borrowing ConnectionHandle) throws {
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
