/// Finds one role's default privileges and its part in policies, and the statements that give both to another role instead.
///
/// $1 is the object id of the role, $2 the name of the new one. Default privileges for everywhere are all that holds, so the
/// usual ones are revoked first; those for a schema are added to them (manual, ALTER DEFAULT PRIVILEGES).
enum DefaultPrivilegeTransferQuery {
    /// As `statement`.
    static let statements = """
        WITH lists AS (
            SELECT d.oid, n.nspname, d.defaclacl AS acl, d.defaclnamespace = 0 AS is_everywhere,
                CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                    WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS kind,
                pg_catalog.acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) AS usual
            FROM pg_catalog.pg_default_acl AS d
            LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = d.defaclnamespace
            WHERE d.defaclrole = $1::bigint::oid),
        changes AS (
            SELECT DISTINCT l.oid, 1 AS step, 'REVOKE ALL' AS action, true AS is_new, x.grantee, false AS is_grantable
            FROM lists AS l, pg_catalog.aclexplode(l.usual) AS x WHERE l.is_everywhere
            UNION ALL
            SELECT l.oid, 2, 'GRANT ' || string_agg(x.privilege_type, ', '), true, x.grantee, x.is_grantable
            FROM lists AS l, pg_catalog.aclexplode(l.acl) AS x GROUP BY l.oid, x.grantee, x.is_grantable
            UNION ALL
            SELECT DISTINCT l.oid, 3, 'REVOKE ALL', false, x.grantee, false
            FROM lists AS l, pg_catalog.aclexplode(l.acl) AS x
            UNION ALL
            SELECT l.oid, 4, 'GRANT ' || string_agg(x.privilege_type, ', '), false, x.grantee, false
            FROM lists AS l, pg_catalog.aclexplode(l.usual) AS x WHERE l.is_everywhere GROUP BY l.oid, x.grantee)
        SELECT pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s %s ON %s %s %s%s',
            CASE WHEN c.is_new THEN $2::text ELSE pg_catalog.pg_get_userbyid($1::bigint::oid)::text END,
            CASE WHEN l.nspname IS NOT NULL THEN pg_catalog.format(' IN SCHEMA %I', l.nspname) END, c.action, l.kind,
            CASE WHEN c.action LIKE 'GRANT%' THEN 'TO' ELSE 'FROM' END,
            CASE WHEN c.grantee = 0 THEN 'PUBLIC'
                WHEN c.is_new AND c.grantee = $1::bigint::oid THEN pg_catalog.quote_ident($2::text)
                ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(c.grantee)) END,
            CASE WHEN c.is_grantable THEN ' WITH GRANT OPTION' END) AS statement
        FROM changes AS c JOIN lists AS l ON l.oid = c.oid
        ORDER BY c.oid, c.step
        """

    /// As `statement`.
    static let policies = """
        SELECT pg_catalog.format('ALTER POLICY %I ON %I.%I TO %s', p.polname, n.nspname, c.relname, (
            SELECT string_agg(CASE WHEN r.oid = 0 THEN 'PUBLIC' WHEN r.oid = $1::bigint::oid
                THEN pg_catalog.quote_ident($2::text) ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(r.oid)) END, ', ')
            FROM unnest(p.polroles) AS r (oid))) AS statement
        FROM pg_catalog.pg_policy AS p
        JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE $1::bigint::oid = ANY (p.polroles)
        """
}
