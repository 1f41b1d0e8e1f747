import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A disk that fills up before the branch is complete.
@Suite(.timeLimit(.minutes(3))) struct FullDiskTests {
    @Test(.enabled(SmallFileSystem.need) { await SmallFileSystem.isPossible() })
    func `a full disk fails a clone with the reason, and leaves room for the next one`() async throws {
        let disk = try await SmallFileSystem.make(megabytes: 80)
        let cluster = try await TestCluster.fresh()
        try await cluster.psql(
            "CREATE TABLESPACE small LOCATION '\(disk.path)'; GRANT CREATE ON TABLESPACE small TO \(TestCluster.serverRole)"
        )
        let rows = ["CREATE TABLE t AS SELECT i, repeat('x', 1000) AS t FROM generate_series(1, 32000) AS i"]
        try await BranchServiceHarness.run(on: cluster, source: rows) { harness in
            try await cluster.psql("ALTER DATABASE \"\(harness.source)\" SET TABLESPACE small")
            // Not with a template: PostgreSQL 15 itself trips over a full disk there ("buffer is pinned in
            // InvalidateBuffer").
            for strategy in [CloneStrategy.stream, .dump] {
                let failed = try harness.name()
                let error = await #expect(throws: BranchError.self) {
                    try await harness.create(BranchRequest(name: failed, strategy: .only(strategy)))
                }
                #expect(
                    error?.description.contains("No space left") == true, "\(strategy): \(String(describing: error))")
                #expect(try await harness.databases(like: "ayb_") == [])
                let next = try harness.name()
                try await harness.create(BranchRequest(name: next, schemaOnly: true))
                #expect(try await cluster.psql("SELECT count(*) FROM t", database: next.databaseName) == "0")
                try await harness.service.delete(next, force: false)
            }
        }
        try await cluster.stop()
        try await disk.remove()
    }
}
