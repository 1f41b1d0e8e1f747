import BranchingCore
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

@Suite(.timeLimit(.minutes(5))) struct BranchChangeLogTests {
    private static func connect(_ harness: BranchServiceHarness) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: harness.cluster.url(database: harness.control)),
            logger: Logger(label: "test"))
    }

    // On their own clusters: a transaction of another test makes changes come again, and here each must come once.

    @Test func `a change that commits after later ones is not missed`() async throws {
        try await BranchServiceHarness.run(on: try await TestCluster.fresh()) { harness in
            let early = try await harness.create(BranchRequest(name: try harness.name()))
            let late = try await harness.create(BranchRequest(name: try harness.name()))
            let slow = try await Self.connect(harness)
            try await slow.query("BEGIN")
            // Its number is the smallest, and nobody sees it yet.
            try await slow.execute(
                "UPDATE ayb.branch SET error_message = 'slow', revision = DEFAULT WHERE id = $1",
                [.text(early.id.rawValue)])
            let start = try await harness.service.changes(since: nil).position
            try await harness.service.delete(late.name, force: false)
            let between = try await harness.service.changes(since: start)
            #expect(between.removed.map(\.id) == [late.id])
            #expect(!between.branches.contains { $0.errorMessage == "slow" })
            try await slow.query("COMMIT")
            await slow.close()
            let after = try await harness.service.changes(since: between.position)
            #expect(after.branches.map(\.errorMessage) == ["slow"])
            #expect((after.branches.first?.revision ?? 0) > early.revision)
        }
    }

    @Test func `only the last removals are remembered, and who missed one begins again`() async throws {
        try await BranchServiceHarness.run(on: try await TestCluster.fresh()) { harness in
            let branch = try await harness.create(BranchRequest(name: try harness.name()))
            let first = try await harness.service.changes(since: nil).position
            // Each in its own transaction, as removals are.
            let connection = try await Self.connect(harness)
            try await connection.query(
                """
                DO $$ BEGIN
                    FOR number IN 1..\(BranchChangeLog.length) LOOP
                        INSERT INTO ayb.removed_branch (id, name) VALUES ('br_' || number, 'a');
                        COMMIT;
                    END LOOP;
                END $$
                """)
            let known = try await harness.service.changes(since: nil).position
            try await harness.service.delete(branch.name, force: false)
            let count = try await connection.query("SELECT count(*)::int AS count FROM ayb.removed_branch")
            #expect(try count.first?.value("count", as: Int.self) == BranchChangeLog.length)
            #expect(try await harness.service.changes(since: first).isComplete)
            let next = try await harness.service.changes(since: known)
            #expect(!next.isComplete)
            #expect(next.removed.map(\.id) == [branch.id])
            await connection.close()
        }
    }

    @Test func `another control database has other positions`() async throws {
        try await BranchServiceHarness.run { harness in
            _ = try await harness.create(BranchRequest(name: try harness.name()))
            let before = try await harness.service.changes(since: nil)
            try await harness.cluster.dropDatabase(harness.control)
            // The first use may still meet a connection that ended with the database.
            try await harness.wait(for: "another control database") {
                (try? await harness.service.changes(since: nil)) != nil
            }
            let after = try await harness.service.changes(since: before.position)
            #expect(after.position.log != before.position.log)
            #expect(after.isComplete && after.branches.isEmpty)
        }
    }
}
