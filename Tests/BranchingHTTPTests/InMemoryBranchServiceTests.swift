import TestSupport
import Testing

struct InMemoryBranchServiceTests {
    @Test(arguments: BranchServiceContract.all)
    func `branches in memory keep the contract`(_ contract: BranchServiceContract) async throws {
        try await contract.check(on: InMemoryBranchService(cloneDuration: .milliseconds(5)))
    }

    @Test func `branches in memory keep the whole contract on one service`() async throws {
        try await BranchServiceContract.checkAll(on: InMemoryBranchService())
    }
}
