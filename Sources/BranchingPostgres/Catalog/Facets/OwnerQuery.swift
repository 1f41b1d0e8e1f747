/// Who owns what. Indexes and row types have their table's owner, extensions none that a statement can change.
enum OwnerQuery {
    /// - Parameter hasSubscriptions: Whether there are any whose owners the role may read; on 13 not every role may.
    static func sql(hasSubscriptions: Bool) -> String {
        """
        SELECT o.classid, o.objid, 0 AS objsubid, o.relkind, o.name, pg_catalog.pg_get_userbyid(o.owner) AS owner
        FROM (\(sources(hasSubscriptions).joined(separator: "\nUNION ALL "))) AS o (classid, objid, relkind, name, owner)
        """
    }

    private static func sources(_ hasSubscriptions: Bool) -> [String] {
        [
            """
            SELECT \(Catalog.relation.rawValue), oid, relkind, relname, relowner FROM pg_catalog.pg_class
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND oid >= \(CatalogFilter.firstUserOID)
            """,
            """
            SELECT \(Catalog.type.rawValue), t.oid, '', NULL, t.typowner FROM pg_catalog.pg_type t
                \(ownTypes)
            """,
            "SELECT \(Catalog.namespace.rawValue), oid, '', NULL, nspowner FROM pg_catalog.pg_namespace",
        ]
            + (others + (hasSubscriptions ? [(.subscription, "pg_subscription", "subowner")] : [])).map {
                catalog, name, owner in
                """
                SELECT \(catalog.rawValue), oid, '', NULL, \(owner) FROM pg_catalog.\(name)
                    WHERE oid >= \(CatalogFilter.firstUserOID)
                """
            }
    }

    /// Independent types: not row types of tables, array types or multirange types.
    static let ownTypes = """
        LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
            LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
            WHERE t.oid >= \(CatalogFilter.firstUserOID) AND t.typtype <> 'm' AND e.oid IS NULL
                AND (t.typrelid = 0 OR c.relkind = 'c')
        """

    private static let others: [(Catalog, String, String)] = [
        (.function, "pg_proc", "proowner"), (.language, "pg_language", "lanowner"),
        (.collation, "pg_collation", "collowner"), (.conversion, "pg_conversion", "conowner"),
        (.operator, "pg_operator", "oprowner"), (.operatorClass, "pg_opclass", "opcowner"),
        (.operatorFamily, "pg_opfamily", "opfowner"), (.textSearchDictionary, "pg_ts_dict", "dictowner"),
        (.textSearchConfiguration, "pg_ts_config", "cfgowner"),
        (.foreignDataWrapper, "pg_foreign_data_wrapper", "fdwowner"),
        (.foreignServer, "pg_foreign_server", "srvowner"), (.statistics, "pg_statistic_ext", "stxowner"),
        (.eventTrigger, "pg_event_trigger", "evtowner"), (.publication, "pg_publication", "pubowner"),
    ]
}
