import PostgresLink
import SchemaModel

/// Composite types other than relations' row types, with a row for each attribute.
enum CompositeTypeCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for rows in try session.query(sql).grouped(by: "oid") {
            var attributes: [CompositeType.Attribute] = []
            for row in rows {
                guard let name = try row.optional("attname") else { continue }
                attributes.append(
                    CompositeType.Attribute(
                        name: name, type: try row.value("type"), collation: try row.optional("collation")))
            }
            let type = CompositeType(id: try rows[0].typeID(), attributes: attributes)
            try contents.add(type: type, rows[0])
            try contents.alias("typrelid", of: rows[0], in: .relation, type.id)
        }
    }

    private static let sql = """
        SELECT t.oid, n.nspname, t.typname, t.typarray, t.typrelid, a.attname,
            pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
            CASE WHEN a.attcollation <> at.typcollation THEN pg_catalog.format('%I.%I', ln.nspname, l.collname) END
                AS collation
        FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
        LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
        WHERE t.typtype = 'c' AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.type, "t.oid"))
        ORDER BY t.oid, a.attnum
        """
}
