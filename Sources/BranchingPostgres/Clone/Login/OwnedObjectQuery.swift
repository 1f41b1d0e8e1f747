/// Finds what one role owns in a database, and the statements that give it to another.
///
/// PostgreSQL keeps some things for superusers, so they stay: event triggers and the functions that they call, foreign-data
/// wrappers, and publications of all tables. Extensions and what is in them have no statement that changes their owner.
/// `REASSIGN OWNED` is no alternative: it moves databases, too.
enum OwnedObjectQuery {
    /// Statements in the order to run them, as `statement` and `may_stay`: whether the object may stay where it is if our
    /// role is not allowed to move it.
    ///
    /// $1 is the object id of the owner, $2 the name of the new one.
    static let statements = """
        SELECT pg_catalog.format('ALTER %s %s OWNER TO %I', o.kind, i.identity, $2::text) AS statement, o.may_stay
        FROM (\(objects)) AS o (step, catalog, oid, kind, schema, owner, may_stay)
        CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.catalog, o.oid, 0) AS i
        WHERE o.owner = $1::bigint::oid AND \(isNotMember)
        ORDER BY o.step, o.oid
        """

    /// The schemas, as `statement`s that let the new owner create there as long as objects are moved, and `undo`.
    /// A new owner needs that (manual, ALTER TABLE).
    static let schemasWithoutCreate = """
        SELECT pg_catalog.format('GRANT CREATE ON SCHEMA %I TO %I', n.nspname, $2::text) AS statement,
            pg_catalog.format('REVOKE CREATE ON SCHEMA %I FROM %I', n.nspname, $2::text) AS undo
        FROM pg_catalog.pg_namespace AS n
        WHERE n.oid IN (SELECT o.schema FROM (\(objects)) AS o (step, catalog, oid, kind, schema, owner, may_stay)
                        WHERE o.owner = $1::bigint::oid AND \(isNotMember))
          AND n.nspowner <> $1::bigint::oid AND NOT pg_catalog.has_schema_privilege($2::text::name, n.oid, 'CREATE')
        """

    private static let isNotMember = """
        NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                    WHERE e.classid = o.catalog AND e.objid = o.oid AND e.deptype = 'e')
        """

    private static let objects =
        ([
            """
            SELECT 1, \(Catalog.namespace), oid, 'SCHEMA', NULL::oid, nspowner, false FROM pg_catalog.pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            """,
            // ALTER TABLE takes every kind of relation. A sequence that belongs to a column goes with its table.
            """
            SELECT 2, \(Catalog.relation), c.oid, 'TABLE', c.relnamespace, c.relowner, false FROM pg_catalog.pg_class AS c
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.oid >= \(firstUserOID)
                  AND NOT (c.relkind = 'S' AND EXISTS (
                      SELECT FROM pg_catalog.pg_depend AS d
                      WHERE d.classid = \(Catalog.relation) AND d.objid = c.oid AND d.refclassid = \(Catalog.relation)
                        AND d.deptype IN ('a', 'i')))
            """,
            // Array and multirange types go with theirs (before 16 the latter stay), row types with their table.
            """
            SELECT 3, \(Catalog.type), t.oid, 'TYPE', t.typnamespace, t.typowner, false FROM pg_catalog.pg_type AS t
                LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
                LEFT JOIN pg_catalog.pg_type AS e ON e.oid = t.typelem AND e.typarray = t.oid
                WHERE t.oid >= \(firstUserOID) AND t.typtype <> 'm' AND e.oid IS NULL
                  AND (t.typrelid = 0 OR c.relkind = 'c')
            """,
            """
            SELECT 3, \(Catalog.function), p.oid, 'ROUTINE', p.pronamespace, p.proowner, false FROM pg_catalog.pg_proc AS p
                WHERE p.oid >= \(firstUserOID)
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger AS t WHERE t.evtfoid = p.oid)
            """,
            """
            SELECT 4, \(Catalog.publication), oid, 'PUBLICATION', NULL, pubowner, true FROM pg_catalog.pg_publication
                WHERE NOT puballtables
            """,
            """
            SELECT 4, \(Catalog.largeObject), oid, 'LARGE OBJECT', NULL, lomowner, false
                FROM pg_catalog.pg_largeobject_metadata
            """,
        ]
        + inSchemas.map { catalog, kind, name, prefix in
            """
            SELECT 3, \(catalog), oid, '\(kind)', \(prefix)namespace, \(prefix)owner, false FROM pg_catalog.\(name)
                WHERE oid >= \(firstUserOID)
            """
        }
        + inNone.map { catalog, kind, name, prefix in
            """
            SELECT 4, \(catalog), oid, '\(kind)', NULL, \(prefix)owner, true FROM pg_catalog.\(name)
                WHERE oid >= \(firstUserOID)
            """
        })
        .joined(separator: "\nUNION ALL ")

    private static let inSchemas: [(UInt32, String, String, String)] = [
        (Catalog.operator, "OPERATOR", "pg_operator", "opr"),
        (Catalog.operatorFamily, "OPERATOR FAMILY", "pg_opfamily", "opf"),
        (Catalog.operatorClass, "OPERATOR CLASS", "pg_opclass", "opc"),
        (Catalog.collation, "COLLATION", "pg_collation", "coll"),
        (Catalog.conversion, "CONVERSION", "pg_conversion", "con"),
        (Catalog.dictionary, "TEXT SEARCH DICTIONARY", "pg_ts_dict", "dict"),
        (Catalog.configuration, "TEXT SEARCH CONFIGURATION", "pg_ts_config", "cfg"),
        (Catalog.statistics, "STATISTICS", "pg_statistic_ext", "stx"),
    ]

    private static let inNone: [(UInt32, String, String, String)] = [
        (Catalog.language, "LANGUAGE", "pg_language", "lan"),
        (Catalog.server, "SERVER", "pg_foreign_server", "srv"),
    ]

    /// `FirstNormalObjectId` in access/transam.h: what has a smaller one comes with PostgreSQL.
    private static let firstUserOID = 16_384

    /// The object ids of catalogs, the same in all versions (`src/include/catalog/pg_*.h`).
    private enum Catalog {
        static let type: UInt32 = 1247
        static let function: UInt32 = 1255
        static let relation: UInt32 = 1259
        static let server: UInt32 = 1417
        static let collation: UInt32 = 3456
        static let configuration: UInt32 = 3602
        static let conversion: UInt32 = 2607
        static let dictionary: UInt32 = 3600
        static let language: UInt32 = 2612
        static let largeObject: UInt32 = 2613
        static let namespace: UInt32 = 2615
        static let `operator`: UInt32 = 2617
        static let operatorClass: UInt32 = 2616
        static let operatorFamily: UInt32 = 2753
        static let publication: UInt32 = 6104
        static let statistics: UInt32 = 3381
    }
}
