import PostgresLink
import SchemaModel

/// Text search parsers.
enum TextSearchParserCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_ts_parser")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            var functions: [String] = []
            for (name, column) in [
                ("START", "start"), ("GETTOKEN", "token"), ("END", "end"), ("HEADLINE", "headline"),
                ("LEXTYPES", "types"),
            ] {
                if let function = try row.optional(column) { functions.append("\(name) = \(function)") }
            }
            contents.add(
                TextSearchParser(
                    id: ObjectID(.textSearchParser, schema: try row.value("nspname"), name: try row.value("prsname")),
                    functions: functions),
                at: CatalogAddress(catalog: .textSearchParser, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT p.oid, n.nspname, p.prsname, p.prsstart::text AS start, p.prstoken::text AS token,
            p.prsend::text AS end, NULLIF(p.prsheadline::text, '-') AS headline, p.prslextype::text AS types
        FROM pg_catalog.pg_ts_parser p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.textSearchParser, "p.oid"))
        """
}
