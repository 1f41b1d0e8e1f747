import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A branch equals its source in every detail, whichever way it is made.
@Suite(.timeLimit(.minutes(5))) struct FaithfulCloneTests {
    @Test(arguments: CloneStrategy.allCases, try await TestCluster.availableVersions())
    func `a branch has every object, row and number of its source`(strategy: CloneStrategy, version: TestedVersion)
        async throws
    {
        let cluster = try await TestCluster.shared(version: version)
        let role = TestCluster.uniqueName("keeper")
        try await cluster.psql("CREATE ROLE \(role)")
        try await BranchServiceHarness.run(
            on: cluster, as: .superuser, source: try await WholeDatabase.statements(role: role, on: cluster)
        ) { harness in
            try await cluster.psql(
                """
                ALTER DATABASE "\(harness.source)" SET work_mem = '5MB'; ALTER DATABASE "\(harness.source)" OWNER TO \(role);
                GRANT TEMPORARY ON DATABASE "\(harness.source)" TO \(role) WITH GRANT OPTION
                """)
            let name = try harness.name()
            let branch = try await harness.create(
                BranchRequest(name: name, strategy: .only(strategy), jobs: Self.jobs(strategy)))
            try #require(branch.status == .ready)
            try await Self.expectEqual(harness.source, name.databaseName, in: cluster, and: cluster)
            let settings =
                "SELECT s.setconfig, pg_get_userbyid(d.datdba) FROM pg_database d LEFT JOIN pg_db_role_setting s ON s.setdatabase = d.oid WHERE d.datname = "
            #expect(
                try await cluster.psql(settings + "'\(harness.source)'")
                    == cluster.psql(settings + "'\(name.databaseName)'"))
        }
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test(
        arguments: [CloneStrategy.stream, .dump],
        [(15, 15), (15, 18), (16, 17), (13, 18)] as [(TestedVersion, TestedVersion)])
    func `a clone from another cluster is faithful too, and onto a later version`(
        strategy: CloneStrategy, versions: (from: TestedVersion, to: TestedVersion)
    ) async throws {
        let (from, to) = versions
        guard try await TestCluster.isAvailable(from), try await TestCluster.isAvailable(to) else { return }
        let other = try await TestCluster.fresh(version: from)
        let cluster = try await TestCluster.shared(version: to)
        let role = TestCluster.uniqueName("keeper")
        for each in [other, cluster] { try await each.psql("CREATE ROLE \(role)") }
        let source = try await other.createDatabase(WholeDatabase.statements(role: role, on: other))
        try await BranchServiceHarness.run(on: cluster, as: .superuser) { harness in
            let name = try harness.name()
            let request = BranchRequest(
                name: name, source: .database(other.url(database: source)), strategy: .only(strategy),
                jobs: Self.jobs(strategy))
            #expect(try await harness.create(request).status == .ready)
            try await Self.expectEqual(
                source, name.databaseName, in: other, and: cluster, comparingSchemas: from == to)
        }
        try await cluster.psql("DROP ROLE \(role)")
    }

    private static func jobs(_ strategy: CloneStrategy) -> Int? { strategy == .stream ? 2 : nil }

    private static func expectEqual(
        _ source: String, _ branch: String, in one: TestCluster, and other: TestCluster, comparingSchemas: Bool = true
    ) async throws {
        let wanted = try await DatabaseContents.read(source, in: one)
        let found = try await DatabaseContents.read(branch, in: other)
        if comparingSchemas {
            #expect(Set(found.schema).subtracting(wanted.schema) == [])
            #expect(Set(wanted.schema).subtracting(found.schema) == [])
            #expect(found.schema.count == wanted.schema.count)
        }
        #expect(found.rows == wanted.rows)
        #expect(found.rows.count >= 20)
        #expect(found.sequences == wanted.sequences)
        #expect(found.largeObjects == wanted.largeObjects)
        #expect(found.largeObjects.count == 3)
        #expect(Set(wanted.statistics).subtracting(found.statistics) == [])
    }
}
