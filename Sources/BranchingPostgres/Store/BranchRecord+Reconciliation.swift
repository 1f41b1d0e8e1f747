import BranchingCore

/// What the reconciler looks for.
extension BranchRecord {
    /// Records whose operation is or was under way.
    static func unsettled(on handle: borrowing ConnectionHandle) throws -> [BranchRecord] {
        try handle.query("SELECT \(columns) FROM ayb.branch WHERE phase IS NOT NULL ORDER BY operation")
            .map(BranchRecord.init)
    }

    /// Ready records whose database is gone, was replaced by another of its name, or was left half dropped
    /// (`datconnlimit = -2`: manual section 53.15).
    static func withoutDatabase(on handle: borrowing ConnectionHandle) throws -> [BranchRecord] {
        try handle.query(
            """
            SELECT \(columns) FROM ayb.branch AS b
            WHERE status = 'ready' AND phase IS NULL
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_database AS d
                              WHERE d.datname = b.branch_database AND d.datconnlimit <> -2
                                AND d.oid = b.database_oid)
            """
        ).map(BranchRecord.init)
    }

    /// Why the branch's name does not lead to its database; nil if it does.
    func missingDatabase(on handle: borrowing ConnectionHandle) throws -> String? {
        guard let found = try BranchDatabase.find(branchDatabase, on: handle) else {
            return "The database '\(branchDatabase)' is gone: somebody dropped it."
        }
        if found.isOf(self) { return nil }
        return
            "The database '\(branchDatabase)' is not the one that ayb made (object id \(found.oid), and not \(databaseOID.map { "\($0)" } ?? "known")): somebody replaced it, or restored it from a dump."
    }
}
