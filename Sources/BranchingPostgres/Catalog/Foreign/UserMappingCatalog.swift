import PostgresLink
import SchemaModel

/// User mappings. The view hides the options of those that the role may not see.
enum UserMappingCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_user_mappings", by: "umid")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                UserMapping(
                    server: try row.value("srvname"), role: try row.optional("role"), options: try row.list("options")),
                at: CatalogAddress(catalog: .userMapping, oid: try row.value("umid")))
        }
    }

    private static let sql = """
        SELECT m.umid, m.srvname, CASE WHEN m.umuser <> 0 THEN m.usename END AS role,
            \(OptionQuery.foreign("m.umoptions")) AS options
        FROM pg_catalog.pg_user_mappings m
        WHERE m.umid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.userMapping, "m.umid"))
        """
}
