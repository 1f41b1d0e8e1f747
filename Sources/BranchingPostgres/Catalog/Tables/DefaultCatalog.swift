import PostgresLink
import SchemaModel

/// The defaults of columns, including those of views.
enum DefaultCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_attrdef")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try session.forEachRow(of: sql) { row in
            guard let relation = contents.relation(at: try row.value("adrelid")) else { return }
            let id = ObjectID(
                .columnDefault, schema: relation.schema, parent: relation.name, name: try row.value("attname"))
            contents.add(
                ColumnDefault(
                    id: id, expression: try row.value("expression"), isForeign: relation.kind == .foreignTable),
                at: CatalogAddress(catalog: .columnDefault, oid: try row.value("oid")))
            if relation.kind == .table || relation.kind == .foreignTable {
                contents.dependencies[id, default: []].insert(id.defaultedColumn)
            }
        }
    }

    private static let sql = """
        SELECT d.oid, d.adrelid, a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression
        FROM pg_catalog.pg_attrdef d
        JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attgenerated = '' AND NOT a.attisdropped AND \(CatalogFilter.schema)
        """
}
