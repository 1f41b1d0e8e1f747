import PostgresLink
import SchemaModel

/// Collations.
enum CollationCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_collation")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            let locale = try row.optional("locale")
            let collate = try row.optional("collcollate")
            var collation = Collation(
                id: ObjectID(.collation, schema: try row.value("nspname"), name: try row.value("collname")),
                provider: try row.value("provider"), collate: locale ?? collate ?? "",
                characterType: try row.optional("collctype") ?? locale ?? collate ?? "")
            collation.isDeterministic = try row.value("collisdeterministic")
            collation.rules = try row.optional("rules")
            contents.add(collation, at: CatalogAddress(catalog: .collation, oid: try row.value("oid")))
        }
    }

    /// ICU has a separate column for its locale since PostgreSQL 15; PostgreSQL 17 renamed it.
    private static func sql(version: Int) -> String {
        """
        SELECT c.oid, n.nspname, c.collname, c.collisdeterministic,
            CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
            c.collcollate, c.collctype,
            \(version >= 170_000 ? "c.colllocale" : version >= 150_000 ? "c.colliculocale" : "NULL") AS locale,
            \(version >= 160_000 ? "c.collicurules" : "NULL") AS rules
        FROM pg_catalog.pg_collation c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.collation, "c.oid"))
        """
    }
}
