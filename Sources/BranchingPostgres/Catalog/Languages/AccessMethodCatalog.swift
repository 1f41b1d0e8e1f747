import PostgresLink
import SchemaModel

/// Access methods.
enum AccessMethodCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_am")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                AccessMethod(
                    name: try row.value("amname"), stored: try row.value("stored"), handler: try row.value("handler")),
                at: CatalogAddress(catalog: .accessMethod, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT a.oid, a.amname, CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS stored,
            a.amhandler::text AS handler
        FROM pg_catalog.pg_am a
        WHERE a.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.accessMethod, "a.oid"))
        """
}
