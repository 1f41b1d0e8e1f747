import PostgresLink
import SchemaModel

/// The tables and schemas of publications.
enum PublicationMemberCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_publication")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(tables(version: contents.serverVersion)) {
            guard
                let publication = contents.id(at: CatalogAddress(catalog: .publication, oid: try row.value("prpubid")))
            else { continue }
            contents.add(
                PublicationMember(
                    publication: publication.name,
                    table: ObjectID(.table, schema: try row.value("nspname"), name: try row.value("relname")),
                    columns: try row.list("columns"), filter: try row.optional("filter")),
                at: CatalogAddress(catalog: .publicationRelation, oid: try row.value("oid")))
        }
        guard contents.serverVersion >= 150_000 else { return }
        for row in try session.query(schemas) {
            guard
                let publication = contents.id(at: CatalogAddress(catalog: .publication, oid: try row.value("pnpubid")))
            else { continue }
            contents.add(
                PublicationMember(publication: publication.name, schema: try row.value("nspname")),
                at: CatalogAddress(catalog: .publicationSchema, oid: try row.value("oid")))
        }
    }

    private static func tables(version: Int) -> String {
        """
        SELECT r.oid, r.prpubid, n.nspname, c.relname,
            \(version >= 150_000
                ? """
                pg_catalog.pg_get_expr(r.prqual, r.prrelid) AS filter,
                CASE WHEN r.prattrs IS NOT NULL THEN (
                    SELECT string_agg(a.attname, chr(31) ORDER BY a.attname COLLATE "C")
                    FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs))
                    END AS columns
                """
                : "NULL AS filter, NULL AS columns")
        FROM pg_catalog.pg_publication_rel r
        JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        """
    }

    private static let schemas = """
        SELECT s.oid, s.pnpubid, n.nspname
        FROM pg_catalog.pg_publication_namespace s
        JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
        """
}
