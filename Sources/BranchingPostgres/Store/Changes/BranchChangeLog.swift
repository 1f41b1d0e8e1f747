import BranchingCore

/// What changed in the records, read so that nothing is missed.
///
/// The revision of a change is the number of its transaction. Numbers are given out at the first write and not at the
/// commit, so a change can become visible after others with larger numbers. But a snapshot knows the oldest transaction
/// that still runs (`pg_snapshot_xmin`): whatever is older is visible or never will be, and whoever continues from that
/// number sees the rest. A transaction that runs for long, in any database of the cluster, makes changes come again,
/// which does no harm.
enum BranchChangeLog {
    /// How many removals are remembered.
    static let length = 1000

    static func changes(since position: ChangePosition?, on handle: borrowing ConnectionHandle) throws -> BranchChanges
    {
        try handle.transaction { handle in
            // One snapshot for all of it.
            try handle.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            return try read(since: position, on: handle)
        }
    }

    private static func read(since position: ChangePosition?, on handle: borrowing ConnectionHandle) throws
        -> BranchChanges
    {
        let now = try self.position(on: handle)
        let oldest = try oldest(on: handle)
        var start: Int64?
        if let position, position.log == now.log, position.revision >= oldest, position.revision <= now.revision {
            start = position.revision
        }
        let branches = try handle.query(
            """
            SELECT \(BranchRecord.columns) FROM ayb.branch WHERE $1::bigint IS NULL OR revision >= $1
            ORDER BY branch.created_at, id
            """, [.integer(start)]
        ).map { try BranchRecord($0).branch }
        let removed = try handle.query(
            """
            SELECT id, name, revision FROM ayb.removed_branch WHERE $1::bigint IS NULL OR revision >= $1
            ORDER BY revision, id
            """, [.integer(start)]
        ).map(Self.removed)
        return BranchChanges(
            position: now, oldest: oldest, isComplete: start == nil, branches: branches, removed: removed)
    }

    /// Forgets the oldest removals, in the transaction of another one. Those of one transaction stay together.
    static func trim(on handle: borrowing ConnectionHandle) throws {
        try handle.execute(
            """
            DELETE FROM ayb.removed_branch
            WHERE revision < (SELECT revision FROM ayb.removed_branch ORDER BY revision DESC OFFSET $1 LIMIT 1)
            """, [.integer(Int64(length - 1))])
    }

    /// The control database's creation identifies it: one that is made again has other changes.
    private static func position(on handle: borrowing ConnectionHandle) throws -> ChangePosition {
        let rows = try handle.query(
            """
            SELECT (pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text)::bigint AS revision,
                   (extract(epoch FROM applied_at) * 1000000)::bigint AS log
            FROM ayb.schema_migration WHERE version = 1
            """)
        guard let row = rows.first else { throw PostgresError(message: "The control database has no first version.") }
        return ChangePosition(log: try row.value("log"), revision: try row.value("revision"))
    }

    /// As long as the log is not full, nothing was forgotten.
    private static func oldest(on handle: borrowing ConnectionHandle) throws -> Int64 {
        let rows = try handle.query(
            "SELECT count(*) AS count, coalesce(min(revision), 0) AS oldest FROM ayb.removed_branch")
        guard let row = rows.first, try row.value("count", as: Int.self) >= length else { return 0 }
        return try row.value("oldest")
    }

    private static func removed(_ row: PostgresRow) throws -> RemovedBranch {
        let name: BranchName
        do { name = try BranchName(try row.value("name")) } catch { throw PostgresError(message: "\(error)") }
        return RemovedBranch(
            id: BranchID(rawValue: try row.value("id")), name: name, revision: try row.value("revision"))
    }
}
