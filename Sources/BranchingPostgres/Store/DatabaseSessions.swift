/// Other sessions on a database.
enum DatabaseSessions {
    /// One that remains.
    struct Left: Sendable, Hashable, CustomStringConvertible {
        let pid: Int32
        let role: String
        let application: String
        /// Whether our role may end it.
        let mayEnd: Bool

        var description: String {
            let note = mayEnd ? "" : ", which the server's role may not end"
            return "process \(pid) of role '\(role)', application '\(application)'\(note)"
        }
    }

    /// Ends the sessions that our role may end, and waits until they are gone.
    ///
    /// - Returns: Who is left at the end: superusers' sessions, if our role is not one.
    static func end(on database: String, within limit: Duration, over connection: PostgresConnection)
        async throws -> [Left]
    {
        let deadline = ContinuousClock.now + limit
        while true {
            let left = try await connection.run { try terminate(on: database, over: $0) }
            guard left.contains(where: \.mayEnd), ContinuousClock.now < deadline else { return left }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Leaves out autovacuum workers: whatever needs a database for itself ends those (bufmgr and dropdb do).
    private static func terminate(on database: String, over handle: borrowing ConnectionHandle) throws -> [Left] {
        let rows = try handle.query(
            """
            SELECT pid, role, application, may_end, CASE WHEN may_end THEN pg_catalog.pg_terminate_backend(pid) END
            FROM (SELECT a.pid, theirs.rolname::text AS role, coalesce(a.application_name, '') AS application,
                         ours.rolsuper OR (NOT theirs.rolsuper
                             AND (pg_catalog.pg_has_role(ours.oid, theirs.oid, 'USAGE')
                                  OR pg_catalog.pg_has_role(ours.oid, 'pg_signal_backend', 'USAGE'))) AS may_end
                  FROM pg_catalog.pg_stat_activity AS a
                  JOIN pg_catalog.pg_roles AS theirs ON theirs.oid = a.usesysid
                  JOIN pg_catalog.pg_roles AS ours ON ours.rolname = current_user
                  WHERE a.datname = $1 AND a.pid <> pg_catalog.pg_backend_pid()) AS session
            ORDER BY pid
            """, [.text(database)])
        var left: [Left] = []
        for row in rows {
            left.append(
                Left(
                    pid: try row.value("pid"), role: try row.value("role"), application: try row.value("application"),
                    mayEnd: try row.value("may_end")))
        }
        return left
    }
}
