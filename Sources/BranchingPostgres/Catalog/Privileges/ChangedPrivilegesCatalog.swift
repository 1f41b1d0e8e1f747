import PostgresLink
import SchemaModel

/// The privileges that users changed on members of extensions and on what comes with PostgreSQL, found as by pg_dump:
/// where the list differs from that of `pg_init_privs` or, if that has none, from the default.
enum ChangedPrivilegesCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            guard let kind = kind(try row.value("kind")) else { continue }
            // The extension that makes the language plpgsql comes with PostgreSQL, too.
            let provider = try row.optional("extension", as: UInt32.self).flatMap {
                contents.id(at: CatalogAddress(catalog: .extension, oid: $0))
            }
            let id = ObjectID(
                kind, schema: try row.optional("nspname") ?? "", parent: try row.optional("parent") ?? "",
                name: try row.value("name"), signature: try row.optional("signature") ?? "")
            let owner: String = try row.value("owner")
            let initial = (try row.grants("initial") ?? []).filter { $0.grantee != owner }
            let grants = (try row.grants("grants") ?? []).filter { $0.grantee != owner }
            guard initial != grants else { continue }
            contents.changedPrivileges[id] = ChangedPrivileges(provider: provider, initial: initial, grants: grants)
        }
    }

    private static func kind(_ word: String) -> ObjectKind? {
        switch word {
        case "r", "p": .table
        case "v": .view
        case "m": .materializedView
        case "f": .foreignTable
        case "S": .sequence
        case "column": .column
        case "function": .function
        case "procedure": .procedure
        case "aggregate": .aggregate
        case "type": .type
        case "schema": .schema
        case "language": .language
        case "wrapper": .foreignDataWrapper
        default: nil
        }
    }

    /// What can have privileges, with its default ones.
    private static let all = """
        SELECT \(Catalog.relation.rawValue), oid, 0, relkind::text, relnamespace, NULL::text, relname::text, NULL::text, relowner,
            relacl, pg_catalog.acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)
        FROM pg_catalog.pg_class WHERE relacl IS NOT NULL
        UNION ALL SELECT \(Catalog.relation.rawValue), c.oid, a.attnum, 'column', c.relnamespace, c.relname::text,
            a.attname::text, NULL, c.relowner, a.attacl, pg_catalog.acldefault('c', c.relowner)
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL
        UNION ALL SELECT \(Catalog.function.rawValue), oid, 0,
            CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, pronamespace, NULL,
            proname::text, pg_catalog.oidvectortypes(proargtypes), proowner, proacl,
            pg_catalog.acldefault('f', proowner)
        FROM pg_catalog.pg_proc WHERE proacl IS NOT NULL
        UNION ALL SELECT \(Catalog.type.rawValue), oid, 0, 'type', typnamespace, NULL, typname::text, NULL, typowner, typacl,
            pg_catalog.acldefault('T', typowner)
        FROM pg_catalog.pg_type WHERE typacl IS NOT NULL
        UNION ALL SELECT \(Catalog.namespace.rawValue), oid, 0, 'schema', NULL, NULL, nspname::text, NULL, nspowner, nspacl,
            pg_catalog.acldefault('n', nspowner)
        FROM pg_catalog.pg_namespace WHERE nspacl IS NOT NULL
        UNION ALL SELECT \(Catalog.language.rawValue), oid, 0, 'language', NULL, NULL, lanname::text, NULL, lanowner, lanacl,
            pg_catalog.acldefault('l', lanowner)
        FROM pg_catalog.pg_language WHERE lanacl IS NOT NULL
        UNION ALL SELECT \(Catalog.foreignDataWrapper.rawValue), oid, 0, 'wrapper', NULL, NULL, fdwname::text, NULL, fdwowner,
            fdwacl, pg_catalog.acldefault('F', fdwowner)
        FROM pg_catalog.pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
        """

    private static let sql = """
        SELECT d.refobjid AS extension, o.kind, n.nspname, o.parent, o.name, o.signature,
            pg_catalog.pg_get_userbyid(o.owner) AS owner, \(PostgresRow.grants("o.acl")) AS grants,
            \(PostgresRow.grants("coalesce(i.initprivs, o.usual)")) AS initial
        FROM (\(all)) AS o (classid, objid, objsubid, kind, schema, parent, name, signature, owner, acl, usual)
        LEFT JOIN pg_catalog.pg_depend d ON d.classid = o.classid AND d.objid = o.objid AND d.objsubid = 0
            AND d.refclassid = \(Catalog.extension.rawValue) AND d.deptype = 'e'
        LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.objid AND i.objsubid = o.objsubid
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
        WHERE o.acl IS DISTINCT FROM coalesce(i.initprivs, o.usual)
            AND (d.refobjid IS NOT NULL
                OR (o.objid < \(CatalogFilter.firstUserOID)
                    AND 'pg_catalog' IN (n.nspname, CASE o.kind WHEN 'schema' THEN o.name END)))
        """
}
