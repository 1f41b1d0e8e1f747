import BranchingCore
import BranchingPostgres
import Logging
import TestSupport
import Testing

@Suite struct DeleteBranchTests {
    @Test func `a branch in use is deleted with its sessions`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            let parameters = try ConnectionParameters(
                parsing: harness.cluster.url(database: name.databaseName, user: TestCluster.outsiderRole))
            let session = try await PostgresConnection.connect(to: parameters, logger: .init(label: "test"))
            try await harness.service.delete(name, force: false)
            #expect(try await harness.databases(like: name.databaseName).isEmpty)
            await #expect(throws: PostgresError.self) { try await session.query("SELECT 1") }
            await #expect(throws: BranchError.notFound(name)) { try await harness.service.branch(name) }
        }
    }

    @Test func `what keeps a database from being dropped is named, and the branch stays ready`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.psql(
                "BEGIN; INSERT INTO t VALUES (3); PREPARE TRANSACTION 'held'", database: name.databaseName)
            await #expect(throws: BranchError.blocked(name, by: [.preparedTransaction(gid: "held")])) {
                try await harness.service.delete(name, force: false)
            }
            #expect(try await harness.service.branch(name).status == .ready)
            try await harness.cluster.psql("ROLLBACK PREPARED 'held'", database: name.databaseName)
            try await harness.service.delete(name, force: false)
        }
    }

    @Test func `a database that was replaced by hand is never dropped`() async throws {
        try await BranchServiceHarness.run(configure: { $0.reconciliationInterval = .seconds(3600) }) { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.dropDatabase(name.databaseName)
            try await harness.cluster.psql("CREATE DATABASE \"\(name.databaseName)\"")
            await #expect(throws: BranchError.databaseNotOurs(database: name.databaseName)) {
                try await harness.service.delete(name, force: false)
            }
            try await harness.service.delete(name, force: true)
            #expect(try await harness.databases(like: name.databaseName) == [name.databaseName])
            await #expect(throws: BranchError.notFound(name)) { try await harness.service.branch(name) }
            try await harness.cluster.dropDatabase(name.databaseName)
        }
    }

    @Test func `a branch whose database was dropped is reported, and can be deleted`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.dropDatabase(name.databaseName)
            try await harness.wait(for: "database_missing") {
                try await harness.service.branch(name).errorCode == .databaseMissing
            }
            try await harness.service.delete(name, force: false)
        }
    }

    @Test func `a branch database without a record is dropped by force alone`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            try await harness.cluster.psql("DELETE FROM ayb.branch", database: harness.control)
            await #expect(throws: BranchError.notFound(name)) { try await harness.service.delete(name, force: false) }
            #expect(try await harness.databases(like: name.databaseName) == [name.databaseName])
            try await harness.service.delete(name, force: true)
            #expect(try await harness.databases(like: name.databaseName).isEmpty)
        }
    }

    @Test func `a create is stopped by a delete, and nothing is left`() async throws {
        let rows = ["CREATE TABLE t AS SELECT i AS a, repeat('x', 500) AS b FROM generate_series(1, 400000) AS i"]
        try await BranchServiceHarness.run(source: rows) { harness in
            let name = try harness.name()
            let branch = try await harness.service.create(BranchRequest(name: name, strategy: .only(.dump)))
            try await harness.wait(for: "copying") {
                try await harness.service.branch(name).progress?.bytesDone ?? 0 > 0
            }
            try await harness.service.delete(name, force: false)
            await #expect(throws: BranchError.deleted(name)) { try await harness.service.settled(branch) }
            #expect(
                try await harness.cluster.psql("SELECT count(*) FROM ayb.temporary_database", database: harness.control)
                    == "0")
            try await harness.create(BranchRequest(name: name, schemaOnly: true))
        }
    }

    @Test func `of fifty deletes at once one succeeds`() async throws {
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name))
            let outcomes = await withTaskGroup(of: BranchError?.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do throws(BranchError) {
                            try await harness.service.delete(name, force: false)
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == nil }.count == 1)
            #expect(outcomes.filter { $0 == .notFound(name) }.count == 49)
        }
    }
}
