/// The materialized views of a database that hold rows, each after those that it reads.
struct MaterializedViews: Sendable {
    /// Their names in SQL, in ASCII only.
    let names: [String]

    static func read(on session: StreamSession) throws -> MaterializedViews {
        let rows = try session.query(
            """
            WITH RECURSIVE reads (reader, relation) AS (
                SELECT DISTINCT r.ev_class, d.refobjid
                FROM pg_catalog.pg_rewrite AS r
                JOIN pg_catalog.pg_depend AS d
                  ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = r.oid
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid <> r.ev_class
                JOIN pg_catalog.pg_class AS c ON c.oid = d.refobjid AND c.relkind IN ('v', 'm')
            ), steps (view, relation, depth) AS (
                SELECT oid, oid, 0 FROM pg_catalog.pg_class WHERE relkind = 'm'
                UNION
                SELECT s.view, r.relation, s.depth + 1 FROM steps AS s JOIN reads AS r ON r.reader = s.relation
                WHERE s.depth < 100
            )
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            JOIN (SELECT view, max(depth) AS depth FROM steps GROUP BY view) AS s ON s.view = c.oid
            WHERE c.relkind = 'm' AND c.relispopulated
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                AND d.deptype = 'e')
            ORDER BY s.depth, n.nspname, c.relname
            """)
        var names: [String] = []
        for row in rows { names.append(CopyStatement.name(try row.value("schema"), try row.value("name"))) }
        return MaterializedViews(names: names)
    }

    /// Fills the views of the same names.
    func refresh(on session: StreamSession) throws {
        for name in names { try session.query("REFRESH MATERIALIZED VIEW \(name)") }
    }
}
