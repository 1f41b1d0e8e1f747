import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// Equal databases compare equal, on each version, with every kind of object: whatever a PostgreSQL release adds to the
/// catalogs, these tests see it without any list that names it.
@Suite(.timeLimit(.minutes(10))) struct CanaryTests {
    @Test(arguments: try await TestCluster.availableVersions())
    func `two databases made by the same statements are equal, and a migration is verified`(version: TestedVersion)
        async throws
    {
        let cluster = try await TestCluster.shared(version: version)
        let role = TestCluster.uniqueName("keeper")
        try await cluster.psql("CREATE ROLE \(role)")
        let statements = try await WholeDatabase.statements(role: role, on: cluster)
        let twin = try await cluster.createDatabase(statements)
        try await BranchServiceHarness.run(on: cluster, as: .superuser, source: statements) { harness in
            let other = BranchSource.database(cluster.url(database: twin))
            try await harness.expectEqual(.main, other)
            try await harness.expectEqual(other, .main)
            try await cluster.psql(
                "ALTER TABLE app.kinds ADD added text NOT NULL DEFAULT 'x'; CREATE INDEX ON app.kinds (added)",
                database: twin)
            let report = try await harness.service.diff(DiffRequest(from: .main, to: other, verifies: true))
            #expect(report.changes.count == 2)
            #expect(report.verification?.equal == true, "\(String(describing: report.verification))")
        }
        try await cluster.dropDatabase(twin)
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test(arguments: CloneStrategy.allCases, try await TestCluster.availableVersions())
    func `a branch is equal to its source`(strategy: CloneStrategy, version: TestedVersion) async throws {
        let cluster = try await TestCluster.shared(version: version)
        let role = TestCluster.uniqueName("keeper")
        try await cluster.psql("CREATE ROLE \(role)")
        let statements = try await WholeDatabase.statements(role: role, on: cluster)
        try await BranchServiceHarness.run(on: cluster, as: .superuser, source: statements) { harness in
            let name = try harness.name()
            #expect(try await harness.create(BranchRequest(name: name, strategy: .only(strategy))).status == .ready)
            try await harness.expectEqual(.main, .branch(name))
            try await harness.expectEqual(.branch(name), .main)
        }
        try await cluster.psql("DROP ROLE \(role)")
    }
}

extension BranchServiceHarness {
    /// Expects that two databases do not differ, and that the comparison left nothing out.
    fileprivate func expectEqual(_ from: BranchSource, _ to: BranchSource) async throws {
        let report = try await service.diff(DiffRequest(from: from, to: to, isStrict: true))
        let found = report.changes.map { "\($0.action.rawValue) \($0.kind) \($0.object): \($0.details)" }
        #expect(found == [], "PostgreSQL \(cluster.version)")
        #expect(report.sql.isEmpty)
        #expect(report.unsupported.isEmpty)
    }
}
