import SQLText

/// CHECK constraints that call functions of the database. Such a function may read other tables, whose rows may not be
/// there yet: the constraints are dropped before the load, and afterwards added again and checked on all rows.
struct DeferredChecks: Sendable {
    private struct Check: Sendable {
        var owner: String
        var name: String
        var definition: String
        var comment: String?
        var isOfDomain: Bool

        var subject: String { "CONSTRAINT \(SQLIdentifier.quoted(name)) ON \(isOfDomain ? "DOMAIN " : "")\(owner)" }
        var alteration: String { "ALTER \(isOfDomain ? "DOMAIN" : "TABLE") \(owner)" }
    }

    /// The deepest children first: a parent's constraint then finds the child's and merges with it.
    private let checks: [Check]

    /// Drops them, on the target.
    static func takeOff(on session: StreamSession) throws -> DeferredChecks {
        let rows = try session.query(
            """
            SELECT con.conname AS name, pg_catalog.pg_get_constraintdef(con.oid) AS definition,
                   con.contypid <> 0 AS of_domain, d.description AS comment,
                   CASE WHEN con.contypid <> 0 THEN con.contypid::pg_catalog.regtype::text
                        ELSE con.conrelid::pg_catalog.regclass::text END AS owner
            FROM pg_catalog.pg_constraint AS con
            LEFT JOIN pg_catalog.pg_description AS d
              ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = con.oid
            WHERE con.contype = 'c' AND (con.conislocal OR con.contypid <> 0) AND con.oid >= 16384
              AND EXISTS (SELECT FROM pg_catalog.pg_depend AS p
                          WHERE p.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND p.objid = con.oid
                            AND p.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                              WHERE e.deptype = 'e'
                                AND (e.classid, e.objid) IN (
                                    ('pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, con.conrelid),
                                    ('pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid, con.contypid)))
            ORDER BY con.coninhcount DESC, con.oid
            """)
        var checks: [Check] = []
        for row in rows {
            checks.append(
                Check(
                    owner: try row.value("owner"), name: try row.value("name"),
                    definition: try row.value("definition"), comment: try row.optional("comment"),
                    isOfDomain: try row.value("of_domain")))
        }
        // Parents first: an inherited constraint cannot be dropped while the parent has it.
        for check in checks.reversed() {
            try session.query("\(check.alteration) DROP CONSTRAINT \(SQLIdentifier.quoted(check.name))")
        }
        return DeferredChecks(checks: checks)
    }

    /// Adds them again.
    func putBack(on session: StreamSession) throws {
        for check in checks {
            try session.query(
                "\(check.alteration) ADD CONSTRAINT \(SQLIdentifier.quoted(check.name)) \(check.definition)")
            if let comment = check.comment {
                try session.query("COMMENT ON \(check.subject) IS \(SQLIdentifier.literal(comment))")
            }
        }
    }
}
