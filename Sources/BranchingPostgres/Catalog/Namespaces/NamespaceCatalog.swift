import PostgresLink
import SchemaModel

/// Schemas, `public` included.
enum NamespaceCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                SchemaNamespace(name: try row.value("nspname")),
                at: CatalogAddress(catalog: .namespace, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.namespace, "n.oid"))
        """
}
