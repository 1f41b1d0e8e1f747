import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// What every store of keys must do, on PostgreSQL of every version there is.
@Suite(.timeLimit(.minutes(5))) struct AccessStoreTests {
    @Test func `keys on PostgreSQL keep the contract`() async throws {
        for version in try await DiffVersions.all() {
            let cluster = try await TestCluster.shared(version: version)
            try await BranchServiceHarness.run(on: cluster) { harness in
                let store = try #require(harness.service.access)
                for contract in AccessStoreContract.all { try await contract.check(on: store) }
                for contract in SessionStoreContract.all { try await contract.check(on: store) }
            }
        }
    }

    @Test func `no secret and no password is in the control database, only digests`() async throws {
        try await BranchServiceHarness.run { harness in
            let store = try #require(harness.service.access)
            let secret = APIKeySecret.random()
            var key = AccessStoreContract.key()
            key.prefix = secret.visiblePrefix
            try await store.insert(key, digest: AccessStoreContract.digest())
            let row = try await harness.cluster.psql("SELECT api_key FROM ayb.api_key", database: harness.control)
            #expect(row.contains(secret.visiblePrefix))
            #expect(!row.contains(secret.text.reveal()))
        }
    }

    @Test func `a key has as many branches as it may, also where it asks for many at once`() async throws {
        try await BranchServiceHarness.run { harness in
            let store = try #require(harness.service.access)
            let key = AccessStoreContract.key()
            try await store.insert(key, digest: AccessStoreContract.digest())
            let owner = BranchOwner(id: key.id.rawValue, maxBranches: 2)
            let names = try (0..<6).map { _ in try harness.name() }
            let made = await withTaskGroup(of: BranchName?.self) { group in
                for name in names {
                    group.addTask {
                        do {
                            return try await harness.service.create(BranchRequest(name: name, owner: owner)).name
                        } catch {
                            #expect(error as? BranchError == .limitExceeded(.maxBranches(2)))
                            return nil
                        }
                    }
                }
                return await group.reduce(into: [BranchName]()) { if let name = $1 { $0.append(name) } }
            }
            #expect(made.count == 2)
            let first = try #require(made.first)
            let branch = try await harness.service.settled(try await harness.service.branch(first))
            #expect(branch.owner == key.id.rawValue)
            // One that is gone makes room; others are not counted.
            try await harness.service.delete(first, force: false)
            try await harness.create(BranchRequest(name: first, owner: owner))
            try await harness.create(BranchRequest(name: try harness.name()))
        }
    }
}
