import PostgresLink

/// Who may do what, if anybody ever changed it.
enum PrivilegeQuery {
    static let sql = """
        SELECT o.classid, o.objid, o.objsubid, o.relkind, o.name, \(PostgresRow.grants("o.acl")) AS grants
        FROM (\(sources.joined(separator: "\nUNION ALL "))) AS o (classid, objid, objsubid, relkind, name, acl)
        WHERE o.acl IS NOT NULL
        """

    private static let sources =
        [
            """
            SELECT \(Catalog.relation.rawValue), oid, 0, relkind, relname, relacl FROM pg_catalog.pg_class
                WHERE oid >= \(CatalogFilter.firstUserOID)
            """,
            """
            SELECT \(Catalog.relation.rawValue), attrelid, attnum, '', attname, attacl FROM pg_catalog.pg_attribute
                WHERE attacl IS NOT NULL AND attnum > 0 AND NOT attisdropped
                    AND attrelid >= \(CatalogFilter.firstUserOID)
            """,
            """
            SELECT \(Catalog.type.rawValue), t.oid, 0, '', NULL, t.typacl FROM pg_catalog.pg_type t
                \(OwnerQuery.ownTypes)
            """,
            "SELECT \(Catalog.namespace.rawValue), oid, 0, '', NULL, nspacl FROM pg_catalog.pg_namespace",
        ]
        + others.map { catalog, name, list in
            """
            SELECT \(catalog.rawValue), oid, 0, '', NULL, \(list) FROM pg_catalog.\(name)
                WHERE oid >= \(CatalogFilter.firstUserOID)
            """
        }

    private static let others: [(Catalog, String, String)] = [
        (.function, "pg_proc", "proacl"), (.language, "pg_language", "lanacl"),
        (.foreignDataWrapper, "pg_foreign_data_wrapper", "fdwacl"), (.foreignServer, "pg_foreign_server", "srvacl"),
    ]
}
