import BranchingCore

/// Whether the schema that holds the records is ours alone. Whoever owns a table, a trigger, a default or a function in
/// it, or may write to it, could run code as our role, or make it drop databases that are not ours.
enum ControlSchemaOwnership {
    /// Reads only catalogs, so it runs nobody's code. Call it before using anything in the schema.
    ///
    /// - Throws: ``BranchError/notConfigured(_:)``, naming what is not ours and what to do.
    static func check(on handle: borrowing ConnectionHandle) throws {
        let (database, role, found) = try findings(on: handle)
        guard !found.isEmpty else { return }
        throw BranchError.notConfigured(
            "The control database '\(database)' contains objects that ayb did not make: \(found.joined(separator: "; ")). It could run code as '\(role)', the role of database.url, so nothing in it is used. Remove it or give it to '\(role)' where you know what it is; otherwise drop the database '\(database)', or keep the records in another by branching.control_database."
        )
    }

    private static func findings(on handle: borrowing ConnectionHandle) throws -> (
        database: String, role: String, found: [String]
    ) {
        let names = try handle.query(
            "SELECT pg_catalog.current_database()::text AS database, current_user::text AS role")
        guard let name = names.first else { throw PostgresError(message: "The session has no role.") }
        var found: [String] = []
        for row in try handle.query(Self.query) {
            let owner = try row.optional("owner", as: String.self).map { " of role '\($0)'" } ?? ""
            found.append(
                "the \(try row.value("kind", as: String.self)) \(try row.value("name", as: String.self))\(owner)")
        }
        return (try name.value("database"), try name.value("role"), found)
    }

    /// Other roles may read what is ours; any further right is as good as owning it.
    private static let query = """
        WITH me AS (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user),
        space AS (SELECT oid, nspowner, nspacl FROM pg_catalog.pg_namespace WHERE nspname = 'ayb'),
        relation AS (
            SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl
            FROM pg_catalog.pg_class AS c JOIN space ON space.oid = c.relnamespace),
        code AS (
            SELECT 'pg_catalog.pg_class'::regclass AS class, oid FROM relation
            UNION ALL
            SELECT 'pg_catalog.pg_attrdef'::regclass, a.oid
            FROM pg_catalog.pg_attrdef AS a JOIN relation ON relation.oid = a.adrelid
            UNION ALL
            SELECT 'pg_catalog.pg_constraint'::regclass, c.oid
            FROM pg_catalog.pg_constraint AS c JOIN relation ON relation.oid = c.conrelid),
        finding (kind, name, owner) AS (
            SELECT 'schema', 'ayb', nspowner FROM space, me WHERE nspowner <> me.oid
            UNION ALL
            SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                                ELSE 'relation' END, 'ayb.' || relname, relowner
            FROM relation, me WHERE relowner <> me.oid OR relkind NOT IN ('r', 'i', 'S')
            UNION ALL
            SELECT 'function', 'ayb.' || proname, proowner
            FROM pg_catalog.pg_proc AS p JOIN space ON space.oid = p.pronamespace
            UNION ALL
            SELECT 'type', 'ayb.' || typname, typowner
            FROM pg_catalog.pg_type AS t JOIN space ON space.oid = t.typnamespace, me
            WHERE typowner <> me.oid OR typtype NOT IN ('b', 'c') OR (typtype = 'b' AND typelem = 0)
            UNION ALL
            SELECT 'trigger', t.tgname || ' on ayb.' || relation.relname, p.proowner
            FROM pg_catalog.pg_trigger AS t JOIN relation ON relation.oid = t.tgrelid
            JOIN pg_catalog.pg_proc AS p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'rule', r.rulename || ' on ayb.' || relation.relname, NULL
            FROM pg_catalog.pg_rewrite AS r JOIN relation ON relation.oid = r.ev_class
            UNION ALL
            SELECT 'policy', p.polname || ' on ayb.' || relation.relname, NULL
            FROM pg_catalog.pg_policy AS p JOIN relation ON relation.oid = p.polrelid
            UNION ALL
            SELECT 'foreign key', c.conname || ' of ' || c.conrelid::regclass, NULL
            FROM pg_catalog.pg_constraint AS c JOIN relation ON relation.oid = c.confrelid
            UNION ALL
            SELECT DISTINCT 'use of', pg_catalog.pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid), NULL::oid
            FROM pg_catalog.pg_depend AS d JOIN code ON code.class = d.classid AND code.oid = d.objid
            WHERE d.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_type'::regclass,
                                   'pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_opclass'::regclass,
                                   'pg_catalog.pg_opfamily'::regclass)
            UNION ALL
            SELECT 'event trigger', e.evtname::text, e.evtowner
            FROM pg_catalog.pg_event_trigger AS e JOIN pg_catalog.pg_roles AS r ON r.oid = e.evtowner, me
            WHERE e.evtenabled <> 'D' AND NOT r.rolsuper AND e.evtowner <> me.oid
            UNION ALL
            SELECT 'privilege', acl.privilege_type || ' on the schema ayb', acl.grantee
            FROM space CROSS JOIN LATERAL pg_catalog.aclexplode(space.nspacl) AS acl, me
            WHERE acl.grantee <> me.oid AND acl.privilege_type <> 'USAGE'
            UNION ALL
            SELECT 'privilege', acl.privilege_type || ' on ayb.' || relation.relname, acl.grantee
            FROM relation CROSS JOIN LATERAL pg_catalog.aclexplode(relation.relacl) AS acl, me
            WHERE acl.grantee <> me.oid AND acl.privilege_type <> 'SELECT'
            UNION ALL
            SELECT 'privilege', acl.privilege_type || ' on columns of ayb.' || relation.relname, acl.grantee
            FROM relation JOIN pg_catalog.pg_attribute AS a ON a.attrelid = relation.oid
            CROSS JOIN LATERAL pg_catalog.aclexplode(a.attacl) AS acl, me
            WHERE acl.grantee <> me.oid AND acl.privilege_type <> 'SELECT')
        SELECT kind, name, CASE WHEN owner = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(owner) END AS owner
        FROM finding ORDER BY kind COLLATE "C", name COLLATE "C" LIMIT 5
        """
}
