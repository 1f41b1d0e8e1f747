import BranchingCore

extension StreamTable {
    /// Reads the tables that have rows to copy: leaves of partition trees, inheritance parents by themselves, and the
    /// configuration tables of extensions; of the rest only those that no extension makes.
    ///
    /// - Parameters:
    ///   - format: which types are copied in binary form.
    ///   - isStandby: unlogged tables have no rows on a standby.
    static func read(on session: StreamSession, format: BinaryFormat, isStandby: Bool) throws -> [StreamTable] {
        let roots = try hashedByEnum(on: session)
        let columns = try columns(on: session, format: format)
        let rows = try session.query(
            """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relispartition,
                   pg_catalog.pg_relation_size(c.oid) AS heap,
                   CASE WHEN c.reltoastrelid = 0 THEN 0 ELSE pg_catalog.pg_relation_size(c.reltoastrelid) END AS toast,
                   pg_catalog.current_setting('block_size')::bigint AS block_size,
                   owner.objid IS NOT NULL AS of_extension, config.condition,
                   EXISTS (SELECT FROM pg_catalog.pg_index AS i
                           WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
                   OR EXISTS (SELECT FROM pg_catalog.pg_statistic_ext AS s
                              WHERE s.stxrelid = c.oid AND 'e' = ANY (s.stxkind)) AS has_expressions,
                   NOT c.relispartition
                   AND EXISTS (SELECT FROM pg_catalog.pg_roles AS r
                               WHERE r.oid = c.relowner AND (r.rolsuper OR r.rolname = current_user)) AS is_held
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_depend AS owner
              ON owner.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND owner.objid = c.oid
             AND owner.objsubid = 0 AND owner.deptype = 'e'
            LEFT JOIN (SELECT entry.relation, entry.condition
                       FROM pg_catalog.pg_extension AS x
                       CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(x.extconfig), pg_catalog.unnest(x.extcondition))
                           AS entry (relation, condition)) AS config
              ON config.relation = c.oid
            WHERE c.relkind = 'r' AND c.relpersistence <> 't' \(isStandby ? "AND c.relpersistence <> 'u'" : "")
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND (owner.objid IS NULL OR config.relation IS NOT NULL)
            ORDER BY n.nspname, c.relname
            """)
        var tables: [StreamTable] = []
        for row in rows {
            let oid: Int64 = try row.value("oid")
            let schema: String = try row.value("schema")
            let name: String = try row.value("name")
            // The source's own claim: it may be anything.
            let heap: Int64 = max(0, try row.value("heap"))
            let toast: Int64 = max(0, try row.value("toast"))
            let blockSize: Int64 = max(1, try row.value("block_size"))
            let condition: String? = try row.optional("condition")
            tables.append(
                StreamTable(
                    oid: oid, schema: schema, name: name, columns: columns[oid]?.names ?? [],
                    bytes: heap.addingSaturated(toast),
                    blocks: heap / blockSize, isBinary: columns[oid]?.isBinary ?? true,
                    hasExpressions: try row.value("has_expressions"), isHeld: try row.value("is_held"),
                    condition: condition.flatMap { $0.isEmpty ? nil : $0 },
                    belongsToExtension: try row.value("of_extension"),
                    destination: roots[oid] ?? Destination(schema: schema, name: name)))
        }
        return tables
    }

    private static func columns(on session: StreamSession, format: BinaryFormat) throws
        -> [Int64: (names: [String], isBinary: Bool)]
    {
        let types = try format.types(on: session)
        let rows = try session.query(
            """
            SELECT a.attrelid AS table, a.attname AS name, a.atttypid AS type
            FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
            WHERE c.relkind = 'r' AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attrelid, a.attnum
            """)
        var found: [Int64: (names: [String], isBinary: Bool)] = [:]
        for row in rows {
            let isBinary = types.contains(try row.value("type"))
            var entry = found[try row.value("table")] ?? ([], true)
            entry.names.append(try row.value("name"))
            entry.isBinary = entry.isBinary && isBinary
            found[try row.value("table")] = entry
        }
        return found
    }

    /// Leaves below a table that is partitioned by the hash of an enum. The hash is that of the value's object id,
    /// which differs between databases, so such rows have to find their partition again, as in pg_dump.
    private static func hashedByEnum(on session: StreamSession) throws -> [Int64: Destination] {
        let rows = try session.query(
            """
            SELECT leaf.relid::pg_catalog.oid AS leaf, n.nspname AS schema, root.relname AS name
            FROM pg_catalog.pg_partitioned_table AS p
            JOIN pg_catalog.pg_class AS root ON root.oid = p.partrelid
            JOIN pg_catalog.pg_namespace AS n ON n.oid = root.relnamespace
            CROSS JOIN LATERAL pg_catalog.pg_partition_tree(p.partrelid) AS leaf
            WHERE p.partstrat = 'h' AND leaf.isleaf
              AND EXISTS (SELECT FROM pg_catalog.pg_opclass AS o
                          WHERE o.oid = ANY (p.partclass) AND o.opcintype = 'pg_catalog.anyenum'::pg_catalog.regtype)
            ORDER BY (SELECT count(*) FROM pg_catalog.pg_partition_ancestors(p.partrelid)) DESC
            """)
        var roots: [Int64: Destination] = [:]
        // Of nested roots the topmost comes last and wins.
        for row in rows {
            roots[try row.value("leaf")] = Destination(schema: try row.value("schema"), name: try row.value("name"))
        }
        return roots
    }
}
