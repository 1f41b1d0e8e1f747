/// One advisory lock of the session's database (manual section 13.3.5). Every wait for one has a limit: any session on
/// the database could hold it.
struct AdvisoryLock: Sendable, Hashable {
    let key: Int64

    /// How often to retry a lock that somebody holds.
    private static let interval = Duration.milliseconds(25)

    /// Takes it for the session if nobody holds it.
    func tryTake(on handle: borrowing ConnectionHandle) throws -> Bool {
        try handle.query("SELECT pg_catalog.pg_try_advisory_lock($1) AS taken", [.integer(key)])
            .first?.value("taken") ?? false
    }

    /// Takes it for the session, retrying while somebody holds it.
    ///
    /// - Throws: `55P03` after the limit, naming the holder.
    func take(on connection: PostgresConnection, within limit: Duration, for what: String) async throws {
        let deadline = ContinuousClock.now + limit
        while true {
            let isTaken = try await connection.run { try tryTake(on: $0) }
            if isTaken { return }
            guard ContinuousClock.now < deadline else { break }
            do { try await Task.sleep(for: Self.interval) } catch {
                throw PostgresError(sqlState: .queryCanceled, message: "The wait for a lock was stopped.")
            }
        }
        throw try await connection.run { handle in
            PostgresError(
                sqlState: .lockNotAvailable,
                message:
                    "\(what) needs the advisory lock \(key), and did not get it in \(limit). \(try holders(on: handle))"
            )
        }
    }

    /// Releases it.
    func release(on handle: borrowing ConnectionHandle) throws {
        try handle.query("SELECT pg_catalog.pg_advisory_unlock($1)", [.integer(key)])
    }

    /// Who holds it, in a sentence that says what to do.
    func holders(on handle: borrowing ConnectionHandle) throws -> String {
        let rows = try handle.query(
            """
            SELECT l.pid, coalesce(pg_catalog.pg_get_userbyid(a.usesysid)::text, 'unknown') AS role,
                   coalesce(a.application_name, '') AS application
            FROM pg_catalog.pg_locks AS l LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
              AND (l.classid::bigint << 32 | l.objid::bigint) = $1
            ORDER BY l.pid LIMIT 3
            """, [.integer(key)])
        guard !rows.isEmpty else { return "Whoever held it is gone by now: try again." }
        var holders: [String] = []
        for row in rows {
            let (pid, role): (Int32, String) = (try row.value("pid"), try row.value("role"))
            holders.append(
                "process \(pid) of role '\(role)', application '\(try row.value("application", as: String.self))'")
        }
        return "It is held by \(holders.joined(separator: "; ")). End that session, and try again."
    }
}
