import DumpText
import PostgresLink
import SchemaModel

/// Views and materialized views.
enum ViewCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try session.forEachRow(of: sql(version: contents.serverVersion)) { row in
            let isMaterialized = try row.value("relkind", as: String.self) == "m"
            let id = ObjectID(
                isMaterialized ? .materializedView : .view, schema: try row.value("nspname"),
                name: try row.value("relname"))
            let address = CatalogAddress(catalog: .relation, oid: try row.value("oid"))
            let query = query(try row.value("definition"))
            if isMaterialized {
                var view = try materializedView(id, query, row)
                view.options = try contents.options(row, of: .table(accessMethod: view.accessMethod))
                contents.add(view, at: address)
            } else {
                let options = try contents.options(row, of: .view)
                contents.add(View(id: id, query: query, columns: try columns(row), options: options), at: address)
            }
            contents.alias(CatalogAddress(catalog: .rule, oid: try row.value("rule")), id)
            try contents.aliasRowTypes(of: id, row)
        }
    }

    private static func query(_ definition: String) -> String {
        definition.hasSuffix(";") ? String(definition.dropLast()) : definition
    }

    private static func columns(_ row: PostgresRow) throws -> [View.Column] {
        let names = try row.list("names")
        let types = try row.list("types")
        let collations = try row.list("collations")
        guard names.count == types.count, names.count == collations.count else {
            throw PostgresError(message: "The columns of a view could not be read.")
        }
        return names.indices.map {
            View.Column(name: names[$0], type: types[$0], collation: collations[$0] == "0" ? nil : collations[$0])
        }
    }

    private static func materializedView(_ id: ObjectID, _ query: String, _ row: PostgresRow) throws
        -> MaterializedView
    {
        var view = MaterializedView(id: id, query: query, columns: try row.list("names"))
        view.accessMethod = try row.optional("amname")
        view.tablespace = try row.optional("spcname")
        view.isPopulated = try row.value("relispopulated")
        for entry in try row.list("settings") {
            let parts = entry.unicodeScalars.split(separator: "\u{1E}").map { String($0) }
            if parts.count == 2 { view.columnSettings[parts[0], default: []].append(parts[1]) }
        }
        return view
    }

    private static func sql(version: Int) -> String {
        """
        SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispopulated, am.amname, ts.spcname, r.oid AS rule,
            t.oid AS row_type, t.typarray, pg_catalog.pg_get_viewdef(c.oid) AS definition, a.names, a.types, a.collations,
            a.settings,
            \(OptionQuery.storage("c.reloptions")) AS options
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
        LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
        LEFT JOIN pg_catalog.pg_type t ON t.oid = c.reltype
        LEFT JOIN (
            SELECT a.attrelid, string_agg(a.attname, chr(31) ORDER BY a.attnum) AS names,
                string_agg(pg_catalog.format_type(a.atttypid, a.atttypmod), chr(31) ORDER BY a.attnum) AS types,
                string_agg(CASE WHEN a.attcollation = at.typcollation THEN '0' ELSE a.attcollation::regcollation::text END,
                    chr(31) ORDER BY a.attnum) AS collations,
                string_agg(CASE WHEN a.attstattarget >= 0
                    THEN a.attname || chr(30) || 'SET STATISTICS ' || a.attstattarget END, chr(31)) AS settings
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class ac ON ac.oid = a.attrelid AND ac.relkind IN ('v', 'm')
            JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
            WHERE a.attrelid >= \(CatalogFilter.firstUserOID) AND a.attnum > 0 AND NOT a.attisdropped
            GROUP BY a.attrelid) a ON a.attrelid = c.oid
        WHERE c.relkind IN ('v', 'm') AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.relation, "c.oid"))
        """
    }
}
