import PostgresLink
import SchemaModel

/// Foreign-data wrappers.
enum ForeignDataWrapperCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_foreign_data_wrapper")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                ForeignDataWrapper(
                    id: ObjectID(.foreignDataWrapper, name: try row.value("fdwname")),
                    handler: try row.optional("handler"), validator: try row.optional("validator"),
                    options: try row.list("options")),
                at: CatalogAddress(catalog: .foreignDataWrapper, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT w.oid, w.fdwname, NULLIF(w.fdwhandler, 0)::regproc::text AS handler,
            NULLIF(w.fdwvalidator, 0)::regproc::text AS validator,
            \(OptionQuery.foreign("w.fdwoptions")) AS options
        FROM pg_catalog.pg_foreign_data_wrapper w
        WHERE w.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.foreignDataWrapper, "w.oid"))
        """
}
