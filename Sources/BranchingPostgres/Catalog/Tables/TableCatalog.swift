import DumpText
import PostgresLink
import SchemaModel

/// Tables and foreign tables.
enum TableCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try session.forEachRow(of: sql) { row in
            let oid: UInt32 = try row.value("oid")
            let isForeign = try row.value("relkind", as: String.self) == "f"
            let id = ObjectID(
                isForeign ? .foreignTable : .table, schema: try row.value("nspname"), name: try row.value("relname"))
            var table = Table(id: id)
            table.persistence = try row.value("relpersistence", as: String.self) == "u" ? .unlogged : .permanent
            table.partitionKey = try row.optional("partition_key")
            table.isPartition = try row.value("relispartition")
            table.ofType = try row.optional("of_type")
            table.accessMethod = try row.optional("amname")
            table.tablespace = try row.optional("spcname")
            table.options = try contents.options(row, of: .table(accessMethod: table.accessMethod))
            table.hasRowSecurity = try row.value("relrowsecurity")
            table.forcesRowSecurity = try row.value("relforcerowsecurity")
            table.replicaIdentity = isForeign ? "DEFAULT" : replicaIdentity(try row.value("relreplident"))
            table.server = try row.optional("srvname")
            table.foreignOptions = try row.list("foreign_options")
            contents.add(table, at: CatalogAddress(catalog: .relation, oid: oid))
            try contents.aliasRowTypes(of: id, row)
        }
    }

    private static func replicaIdentity(_ letter: String) -> String {
        switch letter {
        case "f": "FULL"
        case "n": "NOTHING"
        default: "DEFAULT"
        }
    }

    private static let sql = """
        SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition, am.amname, ts.spcname,
            CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
            CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
            c.relrowsecurity, c.relforcerowsecurity, c.relreplident, s.srvname, t.oid AS row_type, t.typarray,
            CASE WHEN c.reloptions IS NOT NULL OR toast.reloptions IS NOT NULL THEN (
                SELECT string_agg(o, chr(31) ORDER BY toast, place) FROM (
                    SELECT 0, o, place FROM unnest(c.reloptions) WITH ORDINALITY AS x (o, place) UNION ALL
                    SELECT 1, 'toast.' || o, place FROM unnest(toast.reloptions) WITH ORDINALITY AS x (o, place)
                ) AS x (toast, o, place))
                END AS options,
            \(OptionQuery.foreign("f.ftoptions")) AS foreign_options
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
        LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
        LEFT JOIN pg_catalog.pg_type t ON t.oid = c.reltype
        LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
        LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
        WHERE c.relkind IN ('r', 'p', 'f') AND \(CatalogFilter.schema)
            AND \(CatalogFilter.notMember(.relation, "c.oid"))
        """
}
