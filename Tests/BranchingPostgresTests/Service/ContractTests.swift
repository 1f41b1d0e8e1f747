import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// What every branch service must do, on every available version of PostgreSQL.
@Suite(.timeLimit(.minutes(20))) struct ContractTests {
    @Test(arguments: BranchServiceContract.all)
    func `branches on PostgreSQL keep the contract`(_ contract: BranchServiceContract) async throws {
        try await BranchServiceHarness.run { harness in try await contract.check(on: harness.service) }
    }

    @Test func `each version keeps the whole contract, and clones by each strategy`() async throws {
        for version in try await TestCluster.availableVersions() {
            let cluster = try await TestCluster.fresh(version: version)
            try await BranchServiceHarness.run(on: cluster) { harness in
                for strategy in CloneStrategy.allCases {
                    let name = try harness.name()
                    let branch = try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
                    #expect(branch.strategy == strategy, "PostgreSQL \(version)")
                    #expect(try await cluster.psql("SELECT a FROM t", database: name.databaseName) == "1")
                    try await harness.service.delete(name, force: false)
                }
                try await BranchServiceContract.checkAll(on: harness.service)
                #expect(try await harness.databases(like: "ayb_tmp_").isEmpty, "PostgreSQL \(version)")
            }
        }
    }
}
