import PostgresLink
import SchemaModel

/// Casts, except those that come with a range type.
enum CastCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_cast")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                Cast(
                    source: try row.value("source"), target: try row.value("target"), method: try row.value("method"),
                    context: try row.optional("context")),
                at: CatalogAddress(catalog: .cast, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT c.oid, pg_catalog.format_type(c.castsource, NULL) AS source,
            pg_catalog.format_type(c.casttarget, NULL) AS target,
            CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::pg_catalog.regprocedure::text
                WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END AS method,
            CASE c.castcontext WHEN 'a' THEN 'ASSIGNMENT' WHEN 'i' THEN 'IMPLICIT' END AS context
        FROM pg_catalog.pg_cast c
        WHERE c.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.cast, "c.oid"))
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                WHERE d.classid = \(Catalog.cast.rawValue) AND d.objid = c.oid AND d.deptype = 'i')
        """
}
