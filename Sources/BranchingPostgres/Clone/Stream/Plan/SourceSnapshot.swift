import SQLText

/// A moment of the source that every worker sees; the tables stay locked while their rows are read.
///
/// The locks come before the snapshot. The other way round, a TRUNCATE or a rewriting ALTER TABLE could come in between, and
/// its table would look empty to the older snapshot (manual section 13.5).
///
/// A table that is read in ranges is also locked against new indexes and statistics: planning a range evaluates the
/// constant parts of their expressions, as our role.
struct SourceSnapshot: Sendable {
    /// The id by which other sessions adopt it (manual section 9.27.5).
    let name: String
    /// The tables whose rows are copied.
    let tables: [StreamTable]
    /// All tables, even partitioned ones and those whose rows are not copied.
    let names: Set<PostData.TableName>

    /// How long to wait for one lock. A queue behind a schema change would hold up everybody else too.
    private static let lockTimeout = "5s"
    /// How long to wait for the lock of a table to be split: longer than VACUUM itself takes to give way
    /// (`deadlock_timeout`, 1 s). If it is not free by then, the table is read as a whole.
    private static let holdTimeout = "2s"
    /// How often new tables may appear between the look and the lock.
    private static let attempts = 5
    /// How many tables are locked with one statement.
    private static let tablesPerLock = 500

    /// Takes locks and snapshot, and leaves the session in that transaction.
    static func take(
        on session: StreamSession, format: BinaryFormat, wanted: TableSelection, division: CopyDivision
    ) throws -> SourceSnapshot {
        // Even reading the size of a table locks it.
        try session.query("SET lock_timeout TO '\(lockTimeout)'")
        do {
            return try lockedAndTaken(on: session, format: format, wanted: wanted, division: division)
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            throw explained(error)
        }
    }

    private static func lockedAndTaken(
        on session: StreamSession, format: BinaryFormat, wanted: TableSelection, division: CopyDivision
    ) throws -> SourceSnapshot {
        let standby = try session.query("SELECT pg_catalog.pg_is_in_recovery() AS standby").first
        let isStandby: Bool = try standby?.value("standby") ?? false
        let read = {
            wanted.of(try StreamTable.read(on: session, format: format, isStandby: isStandby))
        }
        var known = try read()
        for _ in 0..<attempts {
            // LOCK takes no snapshot, so the transaction's comes after the locks.
            try session.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            do {
                try lock(known, on: session)
            } catch let error where [.undefinedTable, .invalidSchemaName].contains(error.sqlState) {
                // One of them was dropped: look again.
                try session.query("ROLLBACK")
                known = try read()
                continue
            }
            let held = try hold(division.tablesToHold(known), on: session)
            let rows = try session.query("SELECT pg_catalog.pg_export_snapshot() AS name")
            var found = try read()
            guard Set(found.map(\.oid)).isSubset(of: known.map(\.oid)) else {
                try session.query("ROLLBACK")
                known = found
                continue
            }
            for index in found.indices where held.contains(found[index].oid) { found[index].isHeld = true }
            guard let name = try rows.first?.value("name", as: String.self) else { break }
            return SourceSnapshot(name: name, tables: found, names: try names(on: session))
        }
        throw PostgresError(
            message: "Tables of the source come and go faster than they can be locked.",
            hint: "Create the branch when the source is quieter.")
    }

    /// Makes the transaction of another session see the same moment.
    func join(_ session: StreamSession) throws {
        try session.query(
            """
            BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
            SET TRANSACTION SNAPSHOT \(SQLIdentifier.literal(name))
            """)
    }

    private static func names(on session: StreamSession) throws -> Set<PostData.TableName> {
        let rows = try session.query(
            """
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
            """)
        var names = Set<PostData.TableName>()
        for row in rows {
            names.insert(PostData.TableName(schema: try row.value("schema"), name: try row.value("name")))
        }
        return names
    }

    private static func lock(_ tables: [StreamTable], on session: StreamSession) throws {
        for start in stride(from: 0, to: tables.count, by: tablesPerLock) {
            let names = tables[start..<min(start + tablesPerLock, tables.count)].map { "ONLY \($0.sqlName)" }
            try session.query("LOCK TABLE \(names.joined(separator: ", ")) IN ACCESS SHARE MODE")
        }
    }

    /// Locks tables against new indexes and statistics as far as it can: not on a standby, nor if the role lacks rights
    /// or another session has the lock.
    ///
    /// - Returns: the object ids of those that are locked.
    private static func hold(_ tables: [StreamTable], on session: StreamSession) throws -> Set<Int64> {
        var held = Set<Int64>()
        guard !tables.isEmpty else { return held }
        try session.query("SET LOCAL lock_timeout TO '\(holdTimeout)'")
        for table in tables {
            try session.query("SAVEPOINT hold")
            do {
                try session.query("LOCK TABLE ONLY \(table.sqlName) IN SHARE UPDATE EXCLUSIVE MODE")
                held.insert(table.oid)
            } catch let error where error.sqlState != nil {
                try session.query("ROLLBACK TO SAVEPOINT hold")
            }
            try session.query("RELEASE SAVEPOINT hold")
        }
        try session.query("SET LOCAL lock_timeout TO '\(lockTimeout)'")
        return held
    }

    private static func explained(_ error: PostgresError) -> PostgresError {
        var error = error
        error.message = "A table of the source is locked by another session, and was not free within \(lockTimeout)."
        error.hint =
            "Somebody is changing its definition: see pg_locks for who has an AccessExclusiveLock. Create the branch when that is done."
        return error
    }
}
