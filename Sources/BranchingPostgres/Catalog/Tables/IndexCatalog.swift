import DumpText
import PostgresLink
import SchemaModel

/// Indexes other than those of constraints, and properties of any index.
enum IndexCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        var attachments: [(child: ObjectID, parent: UInt32)] = []
        try session.forEachRow(of: sql) { row in
            guard let relation = contents.relation(at: try row.value("indrelid")) else { return }
            let address = CatalogAddress(catalog: .relation, oid: try row.value("oid"))
            let name: String = try row.value("relname")
            let id: ObjectID
            if let constraint = contents.id(at: address) {
                id = constraint
            } else {
                var index = try index(named: name, of: relation, row)
                index.options = try contents.options(
                    row, of: .index(accessMethod: try row.value("amname")))
                id = index.id
                contents.add(index, at: address)
            }
            if let parent: UInt32 = try row.optional("inhparent") { attachments.append((id, parent)) }
            for (column, kind) in [("indisclustered", ObjectKind.clusterMark), ("indisreplident", .replicaIdentity)] {
                guard try row.value(column) else { continue }
                let mark = ObjectID(kind, schema: relation.schema, parent: relation.name, name: "")
                contents.add(IndexMark(id: mark, index: name), needing: [id])
            }
        }
        for (child, parent) in attachments {
            guard let parent = contents.id(at: CatalogAddress(catalog: .relation, oid: parent)) else { continue }
            contents.add(IndexAttachment(child: child, parent: parent), needing: [child, parent])
        }
    }

    private static func index(named name: String, of relation: ObjectID, _ row: PostgresRow) throws -> Index {
        var index = Index(
            id: ObjectID(.index, schema: relation.schema, name: name), relation: relation,
            definition: definition(try row.value("definition"), without: try row.optional("option_text")))
        index.tablespace = try row.optional("spcname")
        index.isPartitioned = try row.value("relkind", as: String.self) == "I"
        index.isValid = try row.value("indisvalid")
        index.isUnique = try row.value("indisunique")
        for entry in try row.list("statistics") {
            let parts = entry.split(separator: "=").compactMap { Int($0) }
            if parts.count == 2 { index.statisticsTargets[parts[0]] = parts[1] }
        }
        return index
    }

    /// The statement without ` WITH (…)`, if that occurs in it once.
    private static func definition(_ text: String, without options: String?) -> String {
        guard let options, let range = text.firstRange(of: " WITH (\(options))") else { return text }
        return text.replacing(text[range], with: "", maxReplacements: 1)
    }

    private static let sql = """
        SELECT c.oid, c.relname, c.relkind, am.amname, i.indrelid, i.indisvalid, i.indisunique, i.indisclustered, i.indisreplident,
            h.inhparent, ts.spcname,
            CASE WHEN k.oid IS NULL THEN pg_catalog.pg_get_indexdef(c.oid) ELSE '' END AS definition,
            \(OptionQuery.storage("c.reloptions")) AS options,
            CASE WHEN c.reloptions IS NOT NULL THEN (
                SELECT string_agg(quote_ident(option_name) || '=' || quote_literal(option_value), ', ')
                FROM pg_catalog.pg_options_to_table(c.reloptions)) END AS option_text,
            a.statistics
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_am am ON am.oid = c.relam
        LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
        LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
        LEFT JOIN (
            SELECT attrelid, string_agg(attnum || '=' || attstattarget, chr(31)) AS statistics
            FROM pg_catalog.pg_attribute WHERE attstattarget > 0 OR (attstattarget = 0 AND attnum > 0 AND attrelid IN (
                SELECT oid FROM pg_catalog.pg_class WHERE relkind IN ('i', 'I')) AND attrelid >= \(CatalogFilter.firstUserOID)
                AND EXISTS (SELECT FROM pg_catalog.pg_index x WHERE x.indexrelid = attrelid AND x.indexprs IS NOT NULL))
            GROUP BY attrelid) a ON a.attrelid = c.oid
        WHERE \(CatalogFilter.schema)
        """
}
