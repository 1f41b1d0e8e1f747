import PostgresLink
import SchemaModel

/// Operator families.
enum OperatorFamilyCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_opfamily")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                OperatorFamily(
                    schema: try row.value("nspname"), name: try row.value("opfname"),
                    accessMethod: try row.value("amname")),
                at: CatalogAddress(catalog: .operatorFamily, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT f.oid, n.nspname, f.opfname, a.amname
        FROM pg_catalog.pg_opfamily f
        JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
        JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.operatorFamily, "f.oid"))
        """
}
