import PostgresLink
import SchemaModel

/// Languages for functions, except those in every database.
enum LanguageCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                Language(
                    name: try row.value("lanname"), isTrusted: try row.value("lanpltrusted"),
                    handler: try row.optional("handler"), inlineHandler: try row.optional("inline_handler"),
                    validator: try row.optional("validator")),
                at: CatalogAddress(catalog: .language, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT l.oid, l.lanname, l.lanpltrusted,
            NULLIF(l.lanplcallfoid::pg_catalog.regproc::text, '-') AS handler,
            NULLIF(l.laninline::pg_catalog.regproc::text, '-') AS inline_handler,
            NULLIF(l.lanvalidator::pg_catalog.regproc::text, '-') AS validator
        FROM pg_catalog.pg_language l
        WHERE l.lanispl AND l.oid >= \(CatalogFilter.firstUserOID)
            AND \(CatalogFilter.notMember(.language, "l.oid"))
        """
}
