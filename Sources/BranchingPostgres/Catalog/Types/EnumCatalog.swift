import PostgresLink
import SchemaModel

/// Enums, with a row for each label.
enum EnumCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_type", and: "typtype = 'e'")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for rows in try session.query(sql).grouped(by: "oid") {
            let id = try rows[0].typeID()
            var labels: [String] = []
            for row in rows {
                if let label = try row.optional("enumlabel") { labels.append(label) }
            }
            try contents.add(type: EnumType(id: id, labels: labels), rows[0])
        }
    }

    private static let sql = """
        SELECT t.oid, n.nspname, t.typname, t.typarray, e.enumlabel
        FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
        WHERE t.typtype = 'e' AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.type, "t.oid"))
        ORDER BY t.oid, e.enumsortorder
        """
}
