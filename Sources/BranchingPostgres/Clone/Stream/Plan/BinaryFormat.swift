/// Decides which types are copied in COPY's binary form, which is faster to write and to read than text.
///
/// It is used if both servers read and write it alike. That excludes types whose binary form is an object id
/// (`regclass` and the like), types without such a form, and base types of extensions on another server, which may
/// have another version of them.
struct BinaryFormat: Sendable, Hashable {
    /// Whether both databases are in one cluster.
    var isSameCluster: Bool
    /// The lower of the two major versions. Before 14, arrays and rows of user types name these by object id.
    var lowestMajorVersion: Int

    /// The types, by object id, of the columns of all tables that can be copied in binary form.
    func types(on session: StreamSession) throws -> Set<Int64> {
        let relaxed = lowestMajorVersion >= 14
        let multirange =
            relaxed ? "UNION ALL SELECT r.rngtypid FROM pg_catalog.pg_range AS r WHERE r.rngmultitypid = t.oid" : ""
        let rows = try session.query(
            """
            WITH RECURSIVE used (root, oid) AS (
                SELECT DISTINCT a.atttypid, a.atttypid
                FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
                WHERE c.relkind = 'r' AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
                UNION
                SELECT u.root, part.oid
                FROM used AS u JOIN pg_catalog.pg_type AS t ON t.oid = u.oid
                CROSS JOIN LATERAL (
                    SELECT t.typelem AS oid WHERE t.typelem <> 0
                    UNION ALL SELECT t.typbasetype WHERE t.typbasetype <> 0
                    UNION ALL SELECT r.rngsubtype FROM pg_catalog.pg_range AS r WHERE r.rngtypid = t.oid
                    \(multirange)
                    UNION ALL SELECT a.atttypid FROM pg_catalog.pg_attribute AS a
                    WHERE t.typrelid <> 0 AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS part
            )
            SELECT u.root
            FROM used AS u JOIN pg_catalog.pg_type AS t ON t.oid = u.oid
            GROUP BY u.root
            HAVING bool_and(
                t.typsend <> 0 AND t.typreceive <> 0
                AND NOT (t.oid < 16384 AND t.typname ~ '^reg' AND t.typcategory = 'N')
                AND (t.oid < 16384 OR t.typtype IN ('e', 'd', 'r', 'm')
                     OR \(relaxed) AND (t.typtype = 'c' OR t.typelem <> 0 AND t.typlen = -1)
                     OR \(isSameCluster) AND t.typtype = 'b' AND t.typelem = 0))
            """)
        var types = Set<Int64>()
        for row in rows { types.insert(try row.value("root")) }
        return types
    }
}
