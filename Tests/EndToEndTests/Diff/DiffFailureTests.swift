import BranchingCore
import BranchingPostgres
import FoundationEssentials
import Logging
import TestSupport
import Testing

/// What prevents reading a database.
@Suite(.timeLimit(.minutes(5))) struct DiffFailureTests {
    @Test(arguments: ["pg_class", "pg_proc", "pg_attribute"])
    func `the error names the catalog that a role may not read`(catalog: String) async throws {
        let cluster = try await TestCluster.shared()
        let role = TestCluster.uniqueName("poor")
        try await cluster.psql("CREATE ROLE \(role) LOGIN PASSWORD 'pw'")
        let database = try await cluster.createDatabase(["REVOKE SELECT ON pg_catalog.\(catalog) FROM PUBLIC"])
        let url = BranchSource.database(cluster.url(database: database, user: role, password: Secret("pw")))
        let service = PostgresBranchService(configuration: .init(), logger: Logger(label: "test"))
        do {
            _ = try await service.diff(DiffRequest(from: url, to: url))
            Issue.record("It was compared")
        } catch {
            guard case .insufficientPrivilege(let text) = error else {
                Issue.record("It was \(error)")
                return
            }
            #expect(text.contains("'\(role)'") && text.contains(catalog))
        }
        try await cluster.dropDatabase(database)
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test func `a database that is dropped while it is read is reported as gone`() async throws {
        let cluster = try await TestCluster.shared()
        // Reading a view's definition waits for the lock, so that the drop happens half-way.
        let database = try await cluster.createDatabase(["CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t"])
        let hold = try await SourceHold(database, in: cluster)
        let url = BranchSource.database(cluster.url(database: database))
        let service = PostgresBranchService(configuration: .init(), logger: Logger(label: "test"))
        let work = Task { try await service.diff(DiffRequest(from: url, to: url)) }
        try await eventually("both readers wait for the lock") {
            try await cluster.psql(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(database)' AND wait_event_type = 'Lock'")
                == "2"
        }
        try await cluster.dropDatabase(database)
        let result = await work.result
        await hold.release()
        guard case .failure(let error) = result, case .sourceUnreachable(let text)? = error as? BranchError else {
            Issue.record("It was \(result)")
            return
        }
        #expect(text.contains("went away while it was read"))
    }
}
