import BranchingCore

extension DropBlocker {
    /// What keeps a branch's login from being dropped with its database: what it has in databases that are not ours.
    static func elsewhere(of login: LoginRecord, on handle: borrowing ConnectionHandle) throws -> [DropBlocker] {
        let rows = try handle.query(
            """
            SELECT DISTINCT d.datname FROM pg_catalog.pg_shdepend AS s
            JOIN pg_catalog.pg_database AS d
              ON d.oid = CASE WHEN s.dbid = 0 AND s.classid = 'pg_catalog.pg_database'::pg_catalog.regclass
                              THEN s.objid ELSE s.dbid END
            JOIN pg_catalog.pg_roles AS r ON r.oid = s.refobjid
            WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND r.rolname = $1
              AND NOT EXISTS (SELECT FROM ayb.branch AS b WHERE b.database_oid = d.oid)
              AND NOT EXISTS (SELECT FROM ayb.temporary_database AS t WHERE t.database = d.datname)
            ORDER BY 1
            """, [.text(login.role)])
        var blockers: [DropBlocker] = []
        for row in rows { blockers.append(.loginElsewhere(role: login.role, database: try row.value("datname"))) }
        return blockers
    }
}
