import PostgresLink
import SchemaModel

/// Conversions between encodings.
enum ConversionCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_conversion")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                Conversion(
                    id: ObjectID(.conversion, schema: try row.value("nspname"), name: try row.value("conname")),
                    isDefault: try row.value("condefault"), source: try row.value("source"),
                    target: try row.value("target"), function: try row.value("function")),
                at: CatalogAddress(catalog: .conversion, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT c.oid, n.nspname, c.conname, c.condefault, c.conproc::text AS function,
            pg_catalog.pg_encoding_to_char(c.conforencoding) AS source,
            pg_catalog.pg_encoding_to_char(c.contoencoding) AS target
        FROM pg_catalog.pg_conversion c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.conversion, "c.oid"))
        """
}
