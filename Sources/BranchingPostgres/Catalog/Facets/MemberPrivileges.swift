import BranchingCore

/// The privileges on members of extensions, but for those of their owners, who are whoever made the extension. Where
/// nobody changed anything there is nothing to read.
enum MemberPrivileges: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws(PostgresError)
    {
        for row in try session.query(sql) {
            let address = CatalogAddress(catalog: .extension, oid: try row.value("refobjid"))
            guard let owner = contents.id(at: address), let kind = kind(try row.value("kind")) else { continue }
            let id = ObjectID(
                kind, schema: try row.optional("nspname") ?? "", name: try row.value("name"),
                signature: try row.optional("signature") ?? "")
            let role: String = try row.value("owner")
            contents.facets[id, default: ObjectFacets()].privileges =
                (try row.grants("grants") ?? []).filter { $0.grantee != role }
            contents.dependencies[id, default: []].insert(owner)
        }
    }

    private static func kind(_ word: String) -> ObjectKind? {
        switch word {
        case "r", "p": .table
        case "v": .view
        case "m": .materializedView
        case "f": .foreignTable
        case "S": .sequence
        case "function": .function
        case "procedure": .procedure
        case "aggregate": .aggregate
        case "type": .type
        case "schema": .schema
        default: nil
        }
    }

    private static let sql = """
        SELECT d.refobjid, o.kind, n.nspname, o.name, o.signature, pg_catalog.pg_get_userbyid(o.owner) AS owner,
            \(PostgresRow.grants("o.acl")) AS grants
        FROM pg_catalog.pg_depend d
        JOIN (
            SELECT 1259, oid, relkind::text, relnamespace, relname::text, NULL, relowner, relacl FROM pg_catalog.pg_class
                WHERE relacl IS NOT NULL
            UNION ALL SELECT 1255, oid, CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                    ELSE 'function' END, pronamespace, proname::text, pg_catalog.oidvectortypes(proargtypes), proowner,
                    proacl
                FROM pg_catalog.pg_proc WHERE proacl IS NOT NULL
            UNION ALL SELECT 1247, oid, 'type', typnamespace, typname::text, NULL, typowner, typacl
                FROM pg_catalog.pg_type WHERE typacl IS NOT NULL
            UNION ALL SELECT 2615, oid, 'schema', 0, nspname::text, NULL, nspowner, nspacl
                FROM pg_catalog.pg_namespace WHERE nspacl IS NOT NULL
            ) AS o (classid, objid, kind, schema, name, signature, owner, acl)
            ON o.classid = d.classid AND o.objid = d.objid
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
        WHERE d.refclassid = \(Catalog.extension.rawValue) AND d.deptype = 'e' AND d.objsubid = 0
        """
}
