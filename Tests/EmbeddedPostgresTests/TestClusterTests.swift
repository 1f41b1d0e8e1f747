import BranchingCore
import EmbeddedPostgres
import FoundationEssentials
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

    @Test func `a wrong password is refused`() async throws {
        let cluster = try await TestCluster.shared()
        await #expect(throws: ClusterError.self) {
            try await cluster.psql("SELECT 1", password: Secret("wrong"))
        }
    }

    @Test func `an error of SQL is an error, whatever follows it`() async throws {
        let cluster = try await TestCluster.shared()
        let error = await #expect(throws: ClusterError.self) { try await cluster.psql("SELECT 1/0; SELECT 2") }
        #expect(error?.description.contains("division by zero") == true)
    }

    @Test func `every version that is there runs, stops, and comes back after a crash`() async throws {
        for version in try await TestCluster.availableVersions() {
            let cluster = try await TestCluster.fresh(version: version)
            #expect(try await cluster.psql("SHOW server_version_num").hasPrefix("\(version.major)"))
            let database = try await cluster.createDatabase(["CREATE TABLE t AS SELECT 7 AS n"])
            try await cluster.restart(mode: .immediate)
            #expect(try await cluster.psql("SELECT n FROM t", database: database) == "7")
            try await cluster.stop()
            await #expect(throws: ClusterError.self) { try await cluster.psql("SELECT 1") }
        }
    }

    @Test func `a cluster that nobody refers to any more is removed`() async throws {
        var cluster: TestCluster? = try await TestCluster.fresh()
        let directory = try #require(cluster?.directory)
        #expect(FileManager.default.fileExists(atPath: directory))
        cluster = nil
        try await eventually("the directory is gone") { !FileManager.default.fileExists(atPath: directory) }
    }
}
