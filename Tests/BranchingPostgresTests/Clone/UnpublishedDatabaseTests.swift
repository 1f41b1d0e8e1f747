import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// An unpublished database: who can connect to it, and who is in the way when it is published.
@Suite(.timeLimit(.minutes(5))) struct UnpublishedDatabaseTests {
    private static let versions: [TestedVersion] = [15, 18]
    /// Enough rows for a stream at this rate to take seconds.
    private static let rate: Int64 = 2 << 20
    private static let source = [
        "CREATE TABLE t AS SELECT i, repeat('x', 400) AS x FROM generate_series(1, 15000) AS i",
        "CREATE FUNCTION secret() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT x FROM public.t LIMIT 1'",
        "REVOKE ALL ON FUNCTION secret() FROM PUBLIC",
    ]

    /// Checks continuously whether anybody could have connected to a temporary database, until the task is cancelled.
    private static func watch(_ cluster: TestCluster) -> Task<(looks: Int, open: [String]), any Error> {
        Task {
            let seen = try await DoorWatch(cluster)
            var (looks, open) = (0, [String]())
            while !Task.isCancelled {
                do {
                    let (found, lines) = try await seen.look(for: [TestCluster.outsiderRole, TestCluster.ownerRole])
                    looks += found
                    open += lines
                } catch {
                    // The check that was running when the task was cancelled.
                    guard Task.isCancelled else { throw error }
                }
            }
            await seen.close()
            return (looks, open)
        }
    }

    @Test(arguments: versions, CloneStrategy.allCases)
    func `nobody else can enter it, from its first moment on`(version: TestedVersion, strategy: CloneStrategy)
        async throws
    {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        try await BranchServiceHarness.run(on: cluster, source: Self.source) { harness in
            let watch = Self.watch(cluster)
            for _ in 0..<(strategy == .template ? 3 : 1) {
                try await harness.create(
                    BranchRequest(
                        name: try harness.name(), strategy: .only(strategy),
                        maximumRate: strategy == .stream ? Self.rate : nil))
            }
            watch.cancel()
            let (looks, open) = try await watch.value
            #expect(looks > 0)
            #expect(open == [])
        }
    }

    @Test(arguments: versions)
    func `nobody else can enter the copy of a verification`(version: TestedVersion) async throws {
        guard try await TestCluster.isAvailable(version) else { return }
        let cluster = try await TestCluster.fresh(version: version)
        try await BranchServiceHarness.run(on: cluster, source: Self.source) { harness in
            let watch = Self.watch(cluster)
            let report = try await harness.service.diff(DiffRequest(from: .main, to: .main, verifies: true))
            #expect(report.verification == DiffVerification())
            watch.cancel()
            let (looks, open) = try await watch.value
            #expect(looks > 0)
            #expect(open == [])
        }
    }

    @Test(arguments: CloneStrategy.allCases)
    func `a published branch admits whoever its source admits`(strategy: CloneStrategy) async throws {
        let privileges = { @Sendable (database: String) in
            """
            SELECT string_agg(format('%s %s %s', a.grantee::regrole, a.privilege_type, a.is_grantable), ',' ORDER BY 1)
            FROM (SELECT grantee, privilege_type, is_grantable
                  FROM pg_database AS d, aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE datname = '\(database)'
                  ORDER BY 1, 2) AS a
            """
        }
        for grants in ["", "REVOKE ALL ON DATABASE % FROM PUBLIC; GRANT CONNECT ON DATABASE % TO outsider, ayb"] {
            try await BranchServiceHarness.run { harness in
                let name = try harness.name()
                if !grants.isEmpty {
                    try await harness.cluster.psql(
                        grants.replacing("%", with: harness.source), user: TestCluster.ownerRole)
                }
                try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
                let found = try await harness.cluster.psql(privileges(name.databaseName))
                #expect(try await harness.cluster.psql(privileges(harness.source)) == found)
                #expect(
                    try await harness.cluster.psql(
                        "SELECT current_user", database: name.databaseName, user: TestCluster.outsiderRole)
                        == "outsider")
            }
        }
    }

    private static func held(
        _ harness: BranchServiceHarness, by user: String, _ body: (Branch, IdleSession) async throws -> Void
    ) async throws {
        let branch = try await harness.service.create(
            BranchRequest(name: try harness.name(), strategy: .only(.stream), maximumRate: rate))
        try await eventually("rows move", within: .seconds(60)) {
            try await harness.service.branch(branch.name).progress.map { $0.bytesDone > 0 } ?? true
        }
        let temporary = try #require(try await harness.databases(like: "ayb_tmp_").first)
        // Its owner can let anybody in, and a superuser can always connect.
        try await harness.cluster.psql(
            "GRANT CONNECT ON DATABASE \(temporary) TO \(TestCluster.ownerRole)", user: TestCluster.ownerRole)
        let session = try await IdleSession(on: temporary, of: harness.cluster, as: user)
        try await body(branch, session)
        await session.close()
    }

    @Test func `an idle session on it is ended, and the branch is published`() async throws {
        try await BranchServiceHarness.run(on: try await .fresh(), source: Self.source) { harness in
            try await Self.held(harness, by: TestCluster.ownerRole) { branch, session in
                let published = try await harness.service.settled(branch)
                #expect(published.status == .ready)
                let isAlive = await session.isAlive
                #expect(!isAlive)
            }
        }
    }

    @Test func `a session that may not be ended fails the branch with its name, and nothing is left`() async throws {
        try await BranchServiceHarness.run(on: try await .fresh(), source: Self.source) { harness in
            try await Self.held(harness, by: TestCluster.user) { branch, session in
                let error = await #expect(throws: BranchError.self) { try await harness.service.settled(branch) }
                guard case .failed(let failed) = error else { Issue.record("\(String(describing: error))"); return }
                let told = failed.errorMessage ?? ""
                #expect(told.contains("process \(session.pid) of role 'tester', application 'idle'"), "\(told)")
                let isAlive = await session.isAlive
                #expect(isAlive)
            }
            try await harness.wait(for: "the reconciler") { try await harness.databases(like: "ayb_tmp_").isEmpty }
        }
    }
}
