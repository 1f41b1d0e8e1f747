import BranchingCore

extension DropBlocker {
    /// The sessions that hold a lock on a database itself, from any database of the cluster.
    static func holders(of database: String, on handle: borrowing ConnectionHandle) throws -> [DropBlocker] {
        let rows = try handle.query(
            """
            SELECT DISTINCT coalesce(a.usename::text, '') AS name, l.pid
            FROM pg_catalog.pg_locks AS l
            JOIN pg_catalog.pg_database AS d ON d.oid = l.objid
            LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
            WHERE l.locktype = 'object' AND l.classid = 'pg_catalog.pg_database'::pg_catalog.regclass
              AND l.database = 0 AND l.granted AND d.datname = $1 AND l.pid <> pg_catalog.pg_backend_pid()
            ORDER BY l.pid
            """, [.text(database)])
        var holders: [DropBlocker] = []
        for row in rows {
            holders.append(
                .lock(
                    user: try row.value("name"), pid: try row.value("pid"), seconds: handle.limits.lock.wholeSeconds))
        }
        return holders
    }

    /// What prevents dropping a database by force (manual, DROP DATABASE).
    static func all(of database: String, on handle: borrowing ConnectionHandle) throws -> [DropBlocker] {
        let rows = try handle.query(
            """
            SELECT 'prepared' AS kind, gid AS name, 0 AS pid
            FROM pg_catalog.pg_prepared_xacts WHERE database = $1
            UNION ALL
            SELECT 'slot', slot_name::text, 0
            FROM pg_catalog.pg_replication_slots WHERE database = $1 AND active
            UNION ALL
            SELECT 'subscription', s.subname::text, 0
            FROM pg_catalog.pg_subscription AS s JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid
            WHERE d.datname = $1
            UNION ALL
            SELECT 'session', a.usename::text, a.pid
            FROM pg_catalog.pg_stat_activity AS a
            JOIN pg_catalog.pg_roles AS theirs ON theirs.oid = a.usesysid
            JOIN pg_catalog.pg_roles AS ours ON ours.rolname = current_user
            WHERE a.datname = $1 AND NOT ours.rolsuper
              AND (theirs.rolsuper
                   OR NOT (pg_catalog.pg_has_role(ours.oid, theirs.oid, 'USAGE')
                           OR pg_catalog.pg_has_role(ours.oid, 'pg_signal_backend', 'USAGE')))
            ORDER BY kind, name, pid
            """, [.text(database)])
        var blockers: [DropBlocker] = []
        for row in rows {
            let name: String = try row.value("name")
            switch try row.value("kind", as: String.self) {
            case "prepared": blockers.append(.preparedTransaction(gid: name))
            case "slot": blockers.append(.activeReplicationSlot(name: name))
            case "subscription": blockers.append(.subscription(name: name))
            default: blockers.append(.session(user: name, pid: try row.value("pid")))
            }
        }
        return blockers
    }
}
