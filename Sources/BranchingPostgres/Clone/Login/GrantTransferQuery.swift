/// Finds the privileges that one role has on what others own, and the statements that give them to another role instead.
///
/// $1 is the object id of the role, $2 the name of the new one.
enum GrantTransferQuery {
    /// Schemas come first. As `statement`, `kind`, `identity` and `allowed`: whether our role may act as the object's owner,
    /// since otherwise PostgreSQL only warns.
    static let statements = """
        WITH lists (catalog, oid, part, kind, owner, acl) AS (\(lists)),
        held AS (
            SELECT l.catalog, l.oid, l.kind, l.owner, i.identity, g.privileges, g.grantable,
                EXISTS (SELECT FROM pg_catalog.aclexplode(l.acl) AS x WHERE x.grantor = $1::bigint::oid) AS is_regranted
            FROM lists AS l
            CROSS JOIN LATERAL pg_catalog.pg_identify_object(l.catalog, l.oid, 0) AS i
            CROSS JOIN LATERAL (
                SELECT string_agg(x.privilege_type || l.part, ', ') FILTER (WHERE NOT x.is_grantable) AS privileges,
                    string_agg(x.privilege_type || l.part, ', ') FILTER (WHERE x.is_grantable) AS grantable
                FROM pg_catalog.aclexplode(l.acl) AS x WHERE x.grantee = $1::bigint::oid) AS g
            WHERE l.owner <> $1::bigint::oid AND (g.privileges IS NOT NULL OR g.grantable IS NOT NULL))
        SELECT s.statement, h.kind, h.identity, pg_catalog.pg_has_role(h.owner, 'USAGE') AS allowed
        FROM held AS h
        CROSS JOIN LATERAL (VALUES
            (1, pg_catalog.format('GRANT %s ON %s %s TO %I', h.privileges, h.kind, h.identity, $2::text)),
            (2, pg_catalog.format('GRANT %s ON %s %s TO %I WITH GRANT OPTION', h.grantable, h.kind, h.identity, $2::text)),
            (3, pg_catalog.format('REVOKE %s ON %s %s FROM %I', concat_ws(', ', h.privileges, h.grantable), h.kind,
                                  h.identity, pg_catalog.pg_get_userbyid($1::bigint::oid)))) AS s (step, statement)
        WHERE CASE s.step WHEN 1 THEN h.privileges IS NOT NULL WHEN 2 THEN h.grantable IS NOT NULL
                          ELSE NOT h.is_regranted END
        ORDER BY h.kind <> 'SCHEMA', h.catalog, h.oid, s.step
        """

    private static let lists =
        ([
            """
            SELECT 1259::oid, oid, '', CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, relowner, relacl
                FROM pg_catalog.pg_class WHERE relacl IS NOT NULL
            """,
            """
            SELECT 1259, a.attrelid, pg_catalog.format(' (%I)', a.attname), 'TABLE', c.relowner, a.attacl
                FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
                WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
            """,
        ]
        + catalogs.map { catalog, kind, name, prefix in
            "SELECT \(catalog), oid, '', '\(kind)', \(prefix)owner, \(prefix)acl FROM pg_catalog.\(name) WHERE \(prefix)acl IS NOT NULL"
        })
        .joined(separator: "\nUNION ALL ")

    /// By their object ids, the same in all versions (`src/include/catalog/pg_*.h`).
    private static let catalogs: [(UInt32, String, String, String)] = [
        (1255, "ROUTINE", "pg_proc", "pro"), (2615, "SCHEMA", "pg_namespace", "nsp"),
        (1247, "TYPE", "pg_type", "typ"), (2612, "LANGUAGE", "pg_language", "lan"),
        (2328, "FOREIGN DATA WRAPPER", "pg_foreign_data_wrapper", "fdw"),
        (1417, "FOREIGN SERVER", "pg_foreign_server", "srv"),
        (2613, "LARGE OBJECT", "pg_largeobject_metadata", "lom"),
    ]
}
