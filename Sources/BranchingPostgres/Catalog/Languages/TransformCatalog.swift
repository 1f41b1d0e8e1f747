import PostgresLink
import SchemaModel

/// Transforms.
enum TransformCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_transform")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                Transform(
                    type: try row.value("type"), language: try row.value("lanname"),
                    fromSQL: try row.optional("from_sql"), toSQL: try row.optional("to_sql")),
                at: CatalogAddress(catalog: .transform, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT t.oid, pg_catalog.format_type(t.trftype, NULL) AS type, l.lanname,
            NULLIF(t.trffromsql::pg_catalog.regprocedure::text, '-') AS from_sql,
            NULLIF(t.trftosql::pg_catalog.regprocedure::text, '-') AS to_sql
        FROM pg_catalog.pg_transform t
        JOIN pg_catalog.pg_language l ON l.oid = t.trflang
        WHERE t.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.transform, "t.oid"))
        """
}
