import PostgresLink
import SchemaModel

/// Foreign servers.
enum ForeignServerCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_foreign_server")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                ForeignServer(
                    id: ObjectID(.server, name: try row.value("srvname")), wrapper: try row.value("fdwname"),
                    type: try row.optional("srvtype"), version: try row.optional("srvversion"),
                    options: try row.list("options")),
                at: CatalogAddress(catalog: .foreignServer, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT s.oid, s.srvname, s.srvtype, s.srvversion, w.fdwname,
            \(OptionQuery.foreign("s.srvoptions")) AS options
        FROM pg_catalog.pg_foreign_server s
        JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
        WHERE s.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.foreignServer, "s.oid"))
        """
}
