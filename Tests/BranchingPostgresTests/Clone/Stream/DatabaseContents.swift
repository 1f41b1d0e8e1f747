import TestSupport

/// What is compared of two databases.
struct DatabaseContents: Equatable {
    /// Statements of `pg_dump --schema-only`, in its order.
    let schema: [String]
    /// A line per table, with the number and the hash of its rows.
    let rows: [String]
    let sequences: [String]
    let largeObjects: [String]
    /// The tables that have planner statistics.
    let statistics: [String]

    static func read(_ database: String, in cluster: TestCluster) async throws -> DatabaseContents {
        let dump = try await cluster.schemaDump(of: database)
        func lines(_ sql: String) async throws -> [String] {
            try await cluster.psql(sql, database: database).split(separator: "\n").map(String.init)
        }
        return DatabaseContents(
            schema: dump.split(separator: "\n").filter { !$0.hasPrefix("\\") && !$0.hasPrefix("--") }.map(String.init),
            rows: try await lines(rowQuery), sequences: try await lines(sequenceQuery),
            largeObjects: try await lines(largeObjectQuery), statistics: try await lines(statisticsQuery))
    }

    /// Includes filled materialized views. Partitioned tables are hashed as a whole: with an enum as hash key, a row
    /// can be in another partition there.
    private static let rowQuery = """
        SELECT format('SELECT %L, count(*), sum(hashtextextended(t::text, 0)::numeric) FROM %s %s AS t',
                      c.oid::regclass, CASE WHEN c.relkind = 'p' THEN '' ELSE 'ONLY' END, c.oid::regclass)
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm', 'p') AND NOT c.relispartition AND c.relispopulated AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY c.oid::regclass::text
        \\gexec
        """
    private static let sequenceQuery = """
        SELECT format('SELECT %L, last_value, is_called FROM %s', c.oid::regclass, c.oid::regclass)
        FROM pg_class AS c WHERE c.relkind = 'S' ORDER BY c.oid::regclass::text
        \\gexec
        """
    private static let largeObjectQuery = """
        SELECT oid, pg_get_userbyid(lomowner), lomacl, md5(lo_get(oid)), length(lo_get(oid)),
               obj_description(oid, 'pg_largeobject')
        FROM pg_largeobject_metadata ORDER BY oid
        """
    private static let statisticsQuery = """
        SELECT DISTINCT schemaname, tablename FROM pg_stats
        WHERE schemaname !~ '^pg_' AND schemaname <> 'information_schema' AND tablename !~ 'by_mood_' ORDER BY 1, 2
        """
}
