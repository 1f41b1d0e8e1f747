import PostgresLink
import SchemaModel

/// Range types; a multirange type is a part of its range type.
enum RangeTypeCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_range", by: "rngtypid")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            var type = RangeType(id: try row.typeID(), subtype: try row.value("subtype"))
            type.operatorClass = try row.optional("operator_class")
            type.collation = try row.optional("collation")
            type.canonicalFunction = try row.optional("canonical")
            type.differenceFunction = try row.optional("subtype_diff")
            type.multirangeName = try row.optional("multirange_name")
            try contents.add(type: type, row)
            try contents.alias("multirange", of: row, in: .type, type.id)
            try contents.alias("multirange_array", of: row, in: .type, type.id)
        }
    }

    private static func sql(version: Int) -> String {
        let hasMultiranges = version >= 140_000
        let multirange =
            hasMultiranges
            ? "m.oid AS multirange, m.typarray AS multirange_array, "
                + "pg_catalog.format('%I.%I', mn.nspname, m.typname) AS multirange_name"
            : "NULL AS multirange, NULL AS multirange_array, NULL AS multirange_name"
        let join =
            hasMultiranges
            ? """
            JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
            JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
            """ : ""
        return """
            SELECT t.oid, n.nspname, t.typname, t.typarray, pg_catalog.format_type(r.rngsubtype, NULL) AS subtype,
                CASE WHEN NOT o.opcdefault THEN pg_catalog.format('%I.%I', opn.nspname, o.opcname) END AS operator_class,
                CASE WHEN r.rngcollation <> st.typcollation THEN pg_catalog.format('%I.%I', ln.nspname, l.collname) END
                    AS collation,
                CASE WHEN r.rngcanonical::oid <> 0 THEN r.rngcanonical::text END AS canonical,
                CASE WHEN r.rngsubdiff::oid <> 0 THEN r.rngsubdiff::text END AS subtype_diff,
                \(multirange)
            FROM pg_catalog.pg_type t
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
            JOIN pg_catalog.pg_type st ON st.oid = r.rngsubtype
            JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
            JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = r.rngcollation
            LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
            \(join)
            WHERE t.typtype = 'r' AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.type, "t.oid"))
            """
    }
}
