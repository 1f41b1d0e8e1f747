import PostgresLink
import SchemaModel

/// Which tables are partitions or children of others.
enum InheritanceCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_inherits", by: "inhrelid")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            guard let child = contents.relation(at: try row.value("inhrelid")),
                let parent = contents.id(at: CatalogAddress(catalog: .relation, oid: try row.value("inhparent")))
            else { continue }
            contents.add(
                Inheritance(
                    child: child, parent: parent, bound: try row.optional("bound"),
                    position: try row.value("inhseqno")),
                needing: [child, parent])
        }
    }

    private static let sql = """
        SELECT i.inhrelid, i.inhparent, i.inhseqno,
            CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS bound
        FROM pg_catalog.pg_inherits i
        JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f') AND \(CatalogFilter.schema)
        ORDER BY i.inhrelid, i.inhseqno
        """
}
