import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A database that replaced a branch's, and comments that lie.
@Suite(.timeLimit(.minutes(5))) struct SwappedDatabaseTests {
    /// Renames the branch's database, and puts another with the same comment in its place.
    private static func swap(_ branch: Branch, in cluster: TestCluster) async throws {
        let database = branch.branchDatabase
        try await cluster.psql(
            """
            CREATE DATABASE \(database)_new OWNER mallory;
            BEGIN;
            ALTER DATABASE \(database) RENAME TO \(database)_kept; ALTER DATABASE \(database)_new RENAME TO \(database);
            COMMENT ON DATABASE \(database) IS 'ayb branch \(branch.id.rawValue)';
            COMMIT
            """)
    }

    @Test func `it is never handed out, cloned, compared or dropped`() async throws {
        try await BranchServiceHarness.run(configure: { $0.reconciliationInterval = .seconds(3600) }) { harness in
            let (name, service) = (try harness.name(), harness.service)
            let branch = try await harness.create(BranchRequest(name: name))
            try await Self.swap(branch, in: harness.cluster)
            let uses: [@Sendable () async throws -> Void] = [
                { _ = try await service.connection(to: name) },
                { _ = try await service.create(BranchRequest(name: try harness.name(), source: .branch(name))) },
                { _ = try await service.plan(BranchRequest(name: try harness.name(), source: .branch(name))) },
                { _ = try await service.diff(DiffRequest(from: .branch(name), to: .main)) },
                { _ = try await service.diff(DiffRequest(from: .main, to: .branch(name), verifies: true)) },
            ]
            for use in uses {
                let error = await #expect(throws: BranchError.self) { try await use() }
                guard case .notReady(let told) = error else { Issue.record("\(String(describing: error))"); return }
                #expect(told.status == .failed && told.errorCode == .databaseMissing)
                #expect(told.errorMessage?.contains("is not the one that ayb made") == true)
            }
            await #expect(throws: BranchError.databaseNotOurs(database: branch.branchDatabase)) {
                try await service.delete(name, force: false)
            }
            // A refused delete does not make it ours.
            await #expect(throws: BranchError.databaseNotOurs(database: branch.branchDatabase)) {
                try await service.delete(name, force: false)
            }
            try await service.delete(name, force: true)
            for database in [branch.branchDatabase, "\(branch.branchDatabase)_kept"] {
                #expect(try await harness.databases(like: database).contains(database))
                try await harness.cluster.dropDatabase(database)
            }
        }
    }

    @Test func `the reconciler finds it, and the record says so`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let branch = try await harness.create(BranchRequest(name: name))
            try await Self.swap(branch, in: harness.cluster)
            try await harness.wait(for: "the branch to fail") {
                try await harness.service.branch(name).errorCode == .databaseMissing
            }
            let told = try await harness.service.branch(name).errorMessage ?? ""
            #expect(told.contains("is not the one that ayb made"), "\(told)")
            try await harness.service.delete(name, force: false)
            for database in [branch.branchDatabase, "\(branch.branchDatabase)_kept"] {
                #expect(try await harness.databases(like: database).contains(database))
                try await harness.cluster.dropDatabase(database)
            }
        }
    }

    @Test(arguments: ["ayb branch br_of_another", "", "mine"])
    func `the owner of a branch's database does not keep it by changing its comment`(comment: String) async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let branch = try await harness.create(BranchRequest(name: name))
            try await harness.cluster.psql(
                "COMMENT ON DATABASE \(branch.branchDatabase) IS '\(comment)'", database: branch.branchDatabase,
                user: TestCluster.ownerRole)
            #expect(try await harness.service.connection(to: name).database == branch.branchDatabase)
            try await harness.service.delete(name, force: false)
            #expect(try await harness.databases(like: branch.branchDatabase) == [])
        }
    }
}
