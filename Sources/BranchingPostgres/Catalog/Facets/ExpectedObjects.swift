/// Users' objects that the sections should have read: those that are no part of another.
enum ExpectedObjects {
    static let sql = """
        SELECT o.classid, o.objid
        FROM (\(sources.joined(separator: "\nUNION ALL "))) AS o (classid, objid, schema)
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
        WHERE (o.schema IS NULL OR \(CatalogFilter.schema)) AND \(notPartOfOther("o.classid", "o.objid"))
        """

    /// Whether something belongs to no extension and is no part of another object, as a range type's functions are.
    static func notPartOfOther(_ catalog: String, _ oid: String) -> String {
        """
        NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
            WHERE e.classid = \(catalog) AND e.objid = \(oid) AND e.deptype IN ('e', 'i'))
        """
    }

    private static let sources =
        [
            """
            SELECT \(Catalog.relation.rawValue), oid, relnamespace FROM pg_catalog.pg_class
                WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND oid >= \(CatalogFilter.firstUserOID)
            """,
            "SELECT \(Catalog.type.rawValue), t.oid, t.typnamespace FROM pg_catalog.pg_type t \(OwnerQuery.ownTypes)",
            """
            SELECT \(Catalog.namespace.rawValue), oid, oid FROM pg_catalog.pg_namespace
                WHERE oid >= \(CatalogFilter.firstUserOID)
            """,
        ]
        + inSchemas.map { catalog, name, schema in
            """
            SELECT \(catalog.rawValue), oid, \(schema) FROM pg_catalog.\(name)
                WHERE oid >= \(CatalogFilter.firstUserOID)
            """
        }
        + inNone.map { catalog, name in
            """
            SELECT \(catalog.rawValue), oid, NULL FROM pg_catalog.\(name) WHERE oid >= \(CatalogFilter.firstUserOID)
            """
        }

    private static let inSchemas: [(Catalog, String, String)] = [
        (.function, "pg_proc", "pronamespace"), (.collation, "pg_collation", "collnamespace"),
        (.conversion, "pg_conversion", "connamespace"), (.operator, "pg_operator", "oprnamespace"),
        (.operatorClass, "pg_opclass", "opcnamespace"), (.operatorFamily, "pg_opfamily", "opfnamespace"),
        (.textSearchParser, "pg_ts_parser", "prsnamespace"), (.textSearchTemplate, "pg_ts_template", "tmplnamespace"),
        (.textSearchDictionary, "pg_ts_dict", "dictnamespace"),
        (.textSearchConfiguration, "pg_ts_config", "cfgnamespace"),
        (.statistics, "pg_statistic_ext", "stxnamespace"),
    ]

    private static let inNone: [(Catalog, String)] = [
        (.accessMethod, "pg_am"), (.language, "pg_language"), (.cast, "pg_cast"), (.transform, "pg_transform"),
        (.foreignDataWrapper, "pg_foreign_data_wrapper"), (.foreignServer, "pg_foreign_server"),
        (.eventTrigger, "pg_event_trigger"), (.publication, "pg_publication"), (.extension, "pg_extension"),
    ]
}
