import PostgresTools

/// The planner's statistics of a clone: the source's if they can be carried over, else new ones, several tables at
/// once.
struct StatisticsRefresh: Sendable {
    let archive: SchemaArchive
    let target: ToolEndpoint
    let jobs: Int
    let watch: ReachabilityWatch

    /// Tables below this size, in blocks, go together.
    private static let small = 1000
    private static let batch = 100

    func run(leader: SessionPair, workers: [SessionPair]) async throws {
        if archive.hasStatistics { try await archive.restoreStatistics(to: target, jobs: jobs, watch: watch) }
        let filter = archive.hasStatistics ? Self.lacking : ""
        let statements = try await leader.onTarget { try Self.statements($0, filter: filter) }
        try await ParallelStatements(each: statements).run(on: workers)
    }

    /// Tables without statistics, and those with extended ones, which pg_dump 18 does not carry over.
    private static let lacking = """
        AND (EXISTS (SELECT FROM pg_catalog.pg_statistic_ext AS x WHERE x.stxrelid = c.oid)
             OR NOT EXISTS (SELECT FROM pg_catalog.pg_stats AS s
                            WHERE s.schemaname = n.nspname AND s.tablename = c.relname))
        """

    /// ANALYZE of a partitioned table covers its partitions, so those are not named.
    private static func statements(_ target: StreamSession, filter: String) throws -> [[UInt8]] {
        let rows = try target.query(
            """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'p' OR c.relpages >= \(small) AS large
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \(filter)
            ORDER BY c.relpages DESC, n.nspname, c.relname
            """)
        var statements: [[UInt8]] = []
        var batch: [String] = []
        for row in rows {
            let name = CopyStatement.name(try row.value("schema"), try row.value("name"))
            if try row.value("large") {
                statements.append(Array("ANALYZE \(name)".utf8))
                continue
            }
            batch.append(name)
            guard batch.count == Self.batch else { continue }
            statements.append(Array("ANALYZE \(batch.joined(separator: ", "))".utf8))
            batch = []
        }
        if !batch.isEmpty { statements.append(Array("ANALYZE \(batch.joined(separator: ", "))".utf8)) }
        return statements
    }
}
