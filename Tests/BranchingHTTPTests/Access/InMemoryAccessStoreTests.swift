import TestSupport
import Testing

@Suite struct InMemoryAccessStoreTests {
    @Test(arguments: SessionStoreContract.all)
    func `the store in memory keeps the contract of sessions`(_ contract: SessionStoreContract) async throws {
        try await contract.check(on: InMemoryAccessStore())
    }

    @Test(arguments: AccessStoreContract.all)
    func `the store in memory keeps the contract`(_ contract: AccessStoreContract) async throws {
        try await contract.check(on: InMemoryAccessStore())
    }
}
