/// Makes the planner's statistics of a clone, several tables at once.
struct StatisticsRefresh: Sendable {
    /// Tables below this size, in blocks, go together.
    private static let small = 1000
    private static let batch = 100

    func run(leader: StreamLine, workers: [StreamLine]) async throws(OperationError) {
        do throws(PostgresError) {
            let statements = try await leader.onTarget { (target) throws(PostgresError) in try Self.statements(target) }
            try await ParallelStatements(statements).run(on: workers)
        } catch {
            throw OperationError(streaming: error)
        }
    }

    /// ANALYZE of a partitioned table covers its partitions, so those are not named.
    private static func statements(_ target: StreamSession) throws(PostgresError) -> [[UInt8]] {
        let rows = try target.query(
            """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'p' OR c.relpages >= \(small) AS large
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
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
