import BranchingCore

/// Foreign-data wrappers.
enum ForeignDataWrapperCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_foreign_data_wrapper")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws(PostgresError)
    {
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
            CASE WHEN w.fdwoptions IS NOT NULL THEN (
                SELECT string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value), chr(31)
                    ORDER BY option_name COLLATE "C")
                FROM pg_catalog.pg_options_to_table(w.fdwoptions)) END AS options
        FROM pg_catalog.pg_foreign_data_wrapper w
        WHERE w.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.foreignDataWrapper, "w.oid"))
        """
}
