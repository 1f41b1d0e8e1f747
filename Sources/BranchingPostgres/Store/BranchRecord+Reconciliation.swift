import BranchingCore

/// What the reconciler looks for.
extension BranchRecord {
    /// Records with an operation under way, or one that was.
    static func unsettled(on handle: borrowing ConnectionHandle) throws(PostgresError) -> [BranchRecord] {
        try handle.query("SELECT \(columns) FROM ayb.branch WHERE phase IS NOT NULL ORDER BY operation")
            .map(BranchRecord.init)
    }

    /// Ready records whose database is gone, or was left half dropped (`datconnlimit = -2`: manual section 53.15).
    static func withoutDatabase(on handle: borrowing ConnectionHandle) throws(PostgresError) -> [BranchRecord] {
        try handle.query(
            """
            SELECT \(columns) FROM ayb.branch AS b
            WHERE status = 'ready' AND phase IS NULL
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_database AS d
                              WHERE d.datname = b.branch_database AND d.datconnlimit <> -2
                                AND (d.oid = b.database_oid
                                     OR pg_catalog.shobj_description(d.oid, 'pg_database') = 'ayb branch ' || b.id))
            """
        ).map(BranchRecord.init)
    }
}
