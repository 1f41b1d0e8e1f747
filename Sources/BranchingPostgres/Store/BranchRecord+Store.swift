import BranchingCore

/// Reads and writes rows, in the caller's transaction.
extension BranchRecord {
    static func find(_ name: BranchName, locking: Bool = false, on handle: borrowing ConnectionHandle)
        throws -> BranchRecord?
    {
        let rows = try handle.query(
            "SELECT \(columns) FROM ayb.branch WHERE name = $1\(locking ? " FOR UPDATE" : "")", [.text(name.rawValue)])
        return try rows.first.map(BranchRecord.init)
    }

    static func find(_ id: BranchID, on handle: borrowing ConnectionHandle) throws -> BranchRecord? {
        let rows = try handle.query(
            "SELECT \(columns) FROM ayb.branch WHERE id = $1 FOR UPDATE", [.text(id.rawValue)])
        return try rows.first.map(BranchRecord.init)
    }

    /// Branches as users see them, oldest first.
    static func branches(_ filter: BranchFilter, on handle: borrowing ConnectionHandle) throws -> [Branch] {
        let rows = try handle.query(
            """
            SELECT \(columns) FROM ayb.branch
            WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR coalesce(owner, '\(BranchFilter.root)') = $2)
              AND ($3::bigint IS NULL
                   OR (branch.created_at, id) > (timestamptz 'epoch' + $3 * interval '1 microsecond', $4::text))
            ORDER BY branch.created_at, id LIMIT $5::bigint
            """,
            [
                .text(filter.status?.rawValue), .text(filter.owner), .integer(filter.after?.microseconds),
                .text(filter.after?.id.rawValue), .integer(filter.limit.map(Int64.init)),
            ])
        return try rows.map { try BranchRecord($0).branch }
    }

    /// How many branches there are, by status.
    static func counts(on handle: borrowing ConnectionHandle) throws -> [BranchStatus: Int] {
        let rows = try handle.query("SELECT status, count(*) AS count FROM ayb.branch GROUP BY status")
        var counts: [BranchStatus: Int] = [:]
        for row in rows {
            guard let status = BranchStatus(rawValue: try row.value("status")) else { continue }
            counts[status] = try row.value("count")
        }
        return counts
    }

    /// The branch that already has a name or its database.
    static func owner(ofNameOrDatabaseOf name: BranchName, on handle: borrowing ConnectionHandle)
        throws -> BranchRecord?
    {
        let rows = try handle.query(
            """
            SELECT \(columns) FROM ayb.branch WHERE name = $1 OR branch_database = $2
            ORDER BY name = $1 DESC LIMIT 1
            """, [.text(name.rawValue), .text(name.databaseName)])
        return try rows.first.map(BranchRecord.init)
    }

    /// What an earlier request with the key made; nil if there was none.
    static func made(
        with key: IdempotencyKey, as name: BranchName, on handle: borrowing ConnectionHandle
    ) throws -> BranchRecord? {
        do {
            guard let id = try IdempotencyRow.find(key, on: handle) else { return nil }
            guard let record = try find(BranchID(rawValue: id), on: handle) else { throw BranchError.deleted(name) }
            return record
        } catch is IdempotencyRow.Conflict {
            throw BranchError.idempotencyKeyReused
        }
    }

    static func insert(
        _ id: BranchID, request: BranchRequest, sourceDatabase: String, token: FencingToken,
        on handle: borrowing ConnectionHandle
    )
        throws -> BranchRecord
    {
        let lifecycle = BranchLifecycle(createdBy: token)
        let rows = try handle.query(
            """
            INSERT INTO ayb.branch (id, name, branch_database, source_database, status, phase, operation, owner)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            RETURNING \(columns)
            """,
            [
                .text(id.rawValue), .text(request.name.rawValue), .text(request.name.databaseName),
                .text(sourceDatabase), .text(lifecycle.status.rawValue), .text(lifecycle.phase?.rawValue),
                .integer(token.rawValue), .text(request.owner?.id),
            ])
        guard let row = rows.first else { throw PostgresError(message: "The record was not written.") }
        return try BranchRecord(row)
    }

    /// Refuses another branch to a key that is at its limit. The key's row is locked, so that two creates at once count
    /// each other.
    static func requireRoom(for owner: BranchOwner?, on handle: borrowing ConnectionHandle) throws {
        guard let owner, let limit = owner.maxBranches else { return }
        try handle.query("SELECT FROM ayb.api_key WHERE id = $1 FOR UPDATE", [.text(owner.id)])
        let rows = try handle.query(
            "SELECT count(*) AS count FROM ayb.branch WHERE owner = $1", [.text(owner.id)])
        guard let count = try rows.first?.value("count", as: Int.self), count < limit else {
            throw BranchError.limitExceeded(.maxBranches(limit))
        }
    }

    /// Writes the row as it is now, if its operation is still the given one. The database that has the branch's name
    /// when the branch becomes ready is its database for good.
    ///
    /// - Returns: whether it was written. If not, a newer operation has the branch: stop, touch nothing.
    func save(replacing token: FencingToken, on handle: borrowing ConnectionHandle) throws -> Bool {
        let changed = try handle.execute(
            """
            UPDATE ayb.branch
            SET status = $3, phase = $4, failure = $5, error_message = $6, operation = $7, strategy = $8,
                strategy_reason = $9, bytes_done = $10, bytes_total = $11, size_bytes = $12,
                login_role = $13, login_connects = $14, login_reads_elsewhere = $15,
                database_oid = CASE
                    WHEN $3 = 'ready' AND branch.status = 'creating'
                    THEN (SELECT oid FROM pg_catalog.pg_database WHERE datname = branch.branch_database)
                    ELSE branch.database_oid END,
                updated_at = clock_timestamp(), revision = DEFAULT
            WHERE id = $1 AND operation = $2
            """,
            [
                .text(id.rawValue), .integer(token.rawValue), .text(lifecycle.status.rawValue),
                .text(lifecycle.phase?.rawValue), .text(lifecycle.failure?.rawValue), .text(errorMessage),
                .integer(lifecycle.operation.rawValue), .text(strategy?.rawValue), .text(strategyReason),
                .integer(progress.bytesDone), .integer(progress.bytesTotal), .integer(sizeBytes),
                .text(login?.role), .boolean(login?.connectsToSource ?? false),
                .text(login.map { $0.readsElsewhere.joined(separator: "\u{1F}") }),
            ])
        return changed == 1
    }

    /// Removes the row, if its operation is still the given one, and notes that for ``BranchChangeLog``.
    func remove(by token: FencingToken, on handle: borrowing ConnectionHandle) throws -> Bool {
        let removed = try handle.execute(
            """
            WITH gone AS (DELETE FROM ayb.branch WHERE id = $1 AND operation = $2 RETURNING id, name)
            INSERT INTO ayb.removed_branch (id, name) SELECT id, name FROM gone
            """, [.text(id.rawValue), .integer(token.rawValue)])
        guard removed == 1 else { return false }
        try BranchChangeLog.trim(on: handle)
        return true
    }
}
