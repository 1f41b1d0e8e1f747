import PostgresLink
import SchemaModel

/// Functions, window functions and procedures.
enum FunctionCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            let kind: String = try row.value("prokind")
            let isProcedure = kind == "p"
            let id = ObjectID(
                isProcedure ? .procedure : .function, schema: try row.value("nspname"), name: try row.value("proname"),
                signature: try row.value("signature"))
            let definition: String = try row.value("definition")
            contents.add(
                Function(
                    id: id, definition: definition.hasSuffix("\n") ? String(definition.dropLast()) : definition,
                    result: try row.optional("result"), modes: try row.optional("modes") ?? "",
                    names: try row.list("names"), outputTypes: try row.optional("output_types") ?? "",
                    defaultCount: try row.value("pronargdefaults"), hasTextBody: try row.value("has_text_body"),
                    isWindow: kind == "w"),
                at: CatalogAddress(catalog: .function, oid: try row.value("oid")))
        }
    }

    private static func sql(version: Int) -> String {
        """
        SELECT p.oid, n.nspname, p.proname, p.prokind, pg_catalog.oidvectortypes(p.proargtypes) AS signature,
            pg_catalog.pg_get_functiondef(p.oid) AS definition, pg_catalog.pg_get_function_result(p.oid) AS result,
            array_to_string(p.proargmodes, '') AS modes, array_to_string(p.proargnames, chr(31)) AS names,
            CASE WHEN p.proargmodes IS NOT NULL THEN (
                SELECT string_agg(pg_catalog.format_type(t.type, NULL), ',' ORDER BY t.place)
                FROM unnest(p.proallargtypes) WITH ORDINALITY AS t (type, place)) END AS output_types,
            p.pronargdefaults, \(version >= 140_000 ? "p.prosqlbody IS NULL" : "true") AS has_text_body
        FROM pg_catalog.pg_proc p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prokind IN ('f', 'w', 'p') AND \(CatalogFilter.schema)
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                WHERE e.classid = 1255 AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
        """
    }
}
