import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A network that breaks while rows move.
@Suite(.timeLimit(.minutes(5))) struct BadNetworkTests {
    static let networks: [(FaultyProxy.Network, String)] = [
        (.cut, "connection"), (.silent, "is stuck"), (.trickle, "is stuck"),
    ]

    @Test(arguments: networks)
    func `a clone fails with the reason, leaves nothing, and the next one works`(
        network: FaultyProxy.Network, reason: String
    ) async throws {
        let other = try await TestCluster.fresh()
        let source = try await other.createDatabase([
            "CREATE TABLE t AS SELECT i, repeat('x', 200) AS t FROM generate_series(1, 60000) AS i"
        ])
        let proxy = try FaultyProxy(to: other.port)
        let url = Secret(other.url(database: source).reveal().replacing(":\(other.port)", with: ":\(proxy.port)"))
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let created = try await harness.service.create(
                BranchRequest(
                    name: name, source: .database(url), strategy: .only(.stream), jobs: 1, maximumRate: 512 << 10))
            try await eventually("rows move", within: .seconds(60)) {
                try await harness.service.branch(name).progress.map { $0.bytesDone > 0 } ?? true
            }
            let broken = ContinuousClock.now
            proxy.become(network)
            let error = await #expect(throws: BranchError.self) { try await harness.service.settled(created) }
            // About half a minute, and more if other tests keep the machine busy.
            #expect(broken.duration(to: .now) < .seconds(100))
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
            proxy.become(.good)
            let next = try harness.name()
            try await harness.create(BranchRequest(name: next, source: .database(url), strategy: .only(.stream)))
            #expect(try await harness.cluster.psql("SELECT count(*) FROM t", database: next.databaseName) == "60000")
            // What the server itself notices of the broken connections is its own affair, and soon over.
            try await eventually("no session of ours is left on the source", within: .seconds(120)) {
                try await other.psql("SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)'") == "0"
            }
        }
        proxy.stop()
    }

    @Test func `a source that is killed fails the clone with the reason`() async throws {
        let other = try await TestCluster.fresh()
        let source = try await other.createDatabase([
            "CREATE TABLE t AS SELECT i, repeat('x', 200) AS t FROM generate_series(1, 60000) AS i"
        ])
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let created = try await harness.service.create(
                BranchRequest(
                    name: name, source: .database(other.url(database: source)), strategy: .only(.stream),
                    maximumRate: 512 << 10))
            try await eventually("rows move", within: .seconds(60)) {
                try await harness.service.branch(name).progress.map { $0.bytesDone > 0 } ?? true
            }
            try await other.stop(mode: .immediate)
            let error = await #expect(throws: BranchError.self) { try await harness.service.settled(created) }
            #expect(error?.description.contains("terminat") == true || error?.description.contains("closed") == true)
        }
    }
}
