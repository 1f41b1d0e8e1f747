import PostgresLink
import SchemaModel

/// Text search dictionaries.
enum TextSearchDictionaryCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_ts_dict")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                TextSearchDictionary(
                    id: ObjectID(
                        .textSearchDictionary, schema: try row.value("nspname"), name: try row.value("dictname")),
                    template: try row.value("template"), options: try row.optional("dictinitoption") ?? ""),
                at: CatalogAddress(catalog: .textSearchDictionary, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT d.oid, n.nspname, d.dictname, d.dictinitoption,
            pg_catalog.format('%I.%I', tn.nspname, t.tmplname) AS template
        FROM pg_catalog.pg_ts_dict d
        JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace
        JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
        JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.textSearchDictionary, "d.oid"))
        """
}
