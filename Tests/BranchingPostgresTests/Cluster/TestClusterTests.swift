import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

@Suite struct TestClusterTests {
    @Test func `the shared cluster takes a password with special characters`() async throws {
        let cluster = try await TestCluster.shared()
        let database = try await cluster.createDatabase(["CREATE TABLE t (n int)", "INSERT INTO t VALUES (1), (2)"])
        #expect(
            try await cluster.psql("SELECT n, current_database() FROM t ORDER BY n", database: database)
                == "1|\(database)\n2|\(database)")
        #expect(cluster.adminURL.reveal().contains("p%40ss%3A%2Fw%25o%27r%20d"))
        try await cluster.dropDatabase(database)
    }
}
