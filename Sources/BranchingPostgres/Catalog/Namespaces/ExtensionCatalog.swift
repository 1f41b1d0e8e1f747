import PostgresLink
import SchemaModel

/// Extensions. All their contents are part of them.
enum ExtensionCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        var extensions: [UInt32: ObjectID] = [:]
        for row in try session.query(sql) {
            let updates = try row.optional("updates") == nil ? nil : Set(try row.list("updates"))
            let found = Extension(
                name: try row.value("extname"), schema: try row.value("nspname"), version: try row.value("extversion"),
                isRelocatable: try row.value("extrelocatable"), updates: updates,
                hasTables: try row.value("has_tables"))
            let oid: UInt32 = try row.value("oid")
            contents.add(found, at: CatalogAddress(catalog: .extension, oid: oid))
            extensions[oid] = found.id
        }
        guard !extensions.isEmpty else { return }
        for row in try session.query(members) {
            guard let id = extensions[try row.value("extension")],
                let catalog = Catalog(rawValue: try row.value("classid"))
            else { continue }
            contents.alias(CatalogAddress(catalog: catalog, oid: try row.value("objid")), id)
        }
    }

    private static let sql = """
        SELECT x.oid, x.extname, x.extversion, x.extrelocatable, n.nspname,
            EXISTS (SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class c ON c.oid = d.objid
                WHERE d.refclassid = \(Catalog.extension.rawValue) AND d.refobjid = x.oid AND d.deptype = 'e'
                    AND d.classid = \(Catalog.relation.rawValue) AND c.relkind IN ('r', 'p', 'm')) AS has_tables,
            CASE WHEN a.name IS NOT NULL THEN coalesce((SELECT string_agg(p.target, chr(31))
                FROM pg_catalog.pg_extension_update_paths(a.name) p
                WHERE p.source = x.extversion AND p.path IS NOT NULL), '') END AS updates
        FROM pg_catalog.pg_extension x
        JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
        LEFT JOIN pg_catalog.pg_available_extensions() a ON a.name = x.extname
        WHERE x.oid >= \(CatalogFilter.firstUserOID)
        """

    /// The members, and their parts: array types, row types, the rules of views, the indexes of keys.
    private static let members = """
        WITH RECURSIVE member (classid, objid, extension) AS (
            SELECT d.classid, d.objid, d.refobjid FROM pg_catalog.pg_depend d
            WHERE d.refclassid = \(Catalog.extension.rawValue) AND d.deptype = 'e'
                AND d.refobjid >= \(CatalogFilter.firstUserOID)
            UNION
            SELECT d.classid, d.objid, m.extension FROM member m
            JOIN pg_catalog.pg_depend d ON d.refclassid = m.classid AND d.refobjid = m.objid AND d.deptype = 'i'
        )
        SELECT classid, objid, extension FROM member
        """
}
