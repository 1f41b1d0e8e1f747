import PostgresLink
import SchemaModel

/// Text search templates.
enum TextSearchTemplateCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_ts_template")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            var functions: [String] = []
            for (name, column) in [("INIT", "init"), ("LEXIZE", "lexize")] {
                if let function = try row.optional(column) { functions.append("\(name) = \(function)") }
            }
            contents.add(
                TextSearchTemplate(
                    id: ObjectID(
                        .textSearchTemplate, schema: try row.value("nspname"), name: try row.value("tmplname")),
                    functions: functions),
                at: CatalogAddress(catalog: .textSearchTemplate, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT t.oid, n.nspname, t.tmplname, NULLIF(t.tmplinit::text, '-') AS init, t.tmpllexize::text AS lexize
        FROM pg_catalog.pg_ts_template t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.textSearchTemplate, "t.oid"))
        """
}
