import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A target that fails while rows arrive.
@Suite(.timeLimit(.minutes(5))) struct BadTargetTests {
    private static let rows = [
        "CREATE TABLE t AS SELECT i, repeat('x', 200) AS t FROM generate_series(1, 300000) AS i"
    ]

    /// Creates a branch slowly, breaks something while rows move, and checks that the clone failed, left nothing, and
    /// the next one works.
    private static func breaking(
        _ harness: BranchServiceHarness, reason: [String], _ fault: () async throws -> Void
    ) async throws {
        let cluster = harness.cluster
        let name = try harness.name()
        let created = try await harness.service.create(
            BranchRequest(name: name, strategy: .only(.stream), jobs: 1, maximumRate: 2 << 20))
        try await eventually("rows move", within: .seconds(60)) {
            try await harness.service.branch(name).progress.map { $0.bytesDone > 0 } ?? true
        }
        try await fault()
        let text = try await failure(of: created, harness)
        #expect(reason.contains { text.contains($0) }, "\(text)")
        let next = try harness.name()
        try await harness.create(BranchRequest(name: next, strategy: .only(.stream)))
        #expect(try await cluster.psql("SELECT count(*) FROM t", database: next.databaseName) == "300000")
        #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_'") == "1")
    }

    /// Why the clone failed, as soon as the cluster is back and can say.
    private static func failure(of created: Branch, _ harness: BranchServiceHarness) async throws -> String {
        let end = ContinuousClock.now + .seconds(120)
        while true {
            do {
                _ = try await harness.service.settled(created)
                return "It did not fail."
            } catch BranchError.unavailable(let why) {
                guard ContinuousClock.now < end else { return "It cannot be told: \(why)" }
                try await Task.sleep(for: .milliseconds(50))
            } catch {
                return "\(error)"
            }
        }
    }

    @Test func `a server that crashes and comes back fails the clone with the reason`() async throws {
        let cluster = try await TestCluster.fresh()
        try await BranchServiceHarness.run(on: cluster, source: Self.rows) { harness in
            try await Self.breaking(harness, reason: ["terminat", "closed", "crash"]) {
                try await cluster.restart(mode: .immediate)
            }
        }
    }

    @Test(arguments: [FaultyProxy.Network.cut, .silent])
    func `a network to the server that breaks for a while fails the clone with the reason`(
        network: FaultyProxy.Network
    ) async throws {
        let cluster = try await TestCluster.fresh()
        let proxy = try FaultyProxy(to: cluster.port)
        try await BranchServiceHarness.run(
            on: cluster, source: Self.rows,
            configure: { $0.server?["port"] = String(proxy.port) }
        ) { harness in
            try await Self.breaking(harness, reason: ["connection", "is stuck"]) {
                proxy.become(network)
                // The network stays away until the clone has given up.
                if network == .silent {
                    try await eventually("the clone gives up", within: .seconds(120)) { proxy.givenUp > 0 }
                } else {
                    try await eventually("its sessions end", within: .seconds(60)) {
                        try await cluster.psql(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'ayb_tmp_%'") == "0"
                    }
                }
                proxy.become(.good)
            }
        }
        proxy.stop()
    }

    @Test func `too few connections for the workers fail the clone with the reason`() async throws {
        let cluster = try await TestCluster.fresh()
        try await cluster.psql("ALTER SYSTEM SET max_connections = 18")
        // None are reserved for superusers: otherwise the error is another.
        try await cluster.psql("ALTER SYSTEM SET superuser_reserved_connections = 0")
        try await cluster.restart()
        let tables = (1...8).map { "CREATE TABLE t\($0) AS SELECT i FROM generate_series(1, 60000) AS i" }
        try await BranchServiceHarness.run(on: cluster, source: Self.rows + tables) { harness in
            // The service needs some of its own.
            let error = await #expect(throws: BranchError.self) {
                try await harness.create(
                    BranchRequest(name: try harness.name(), strategy: .only(.stream), jobs: 8))
            }
            #expect(error?.description.contains("too many clients") == true, "\(String(describing: error))")
            let next = try harness.name()
            try await harness.create(BranchRequest(name: next, strategy: .only(.stream), jobs: 1))
            #expect(try await cluster.psql("SELECT count(*) FROM t", database: next.databaseName) == "300000")
            #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_'") == "1")
        }
    }
}
