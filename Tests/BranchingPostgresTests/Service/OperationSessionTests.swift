import BranchingCore
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

@Suite(.timeLimit(.minutes(5))) struct OperationSessionTests {
    @Test func `a session that comes after the operation was fenced may do nothing for it`() async throws {
        try await BranchServiceHarness.run { harness in
            let branch = try await harness.create(BranchRequest(name: try harness.name()))
            let parameters = try ConnectionParameters(parsing: harness.cluster.url(database: harness.control))
            let worker = try await PostgresConnection.connect(to: parameters, logger: Logger(label: "test"))
            let number = try await harness.cluster.psql("SELECT operation FROM ayb.branch", database: harness.control)
            let token = FencingToken(rawValue: try #require(Int64(number)))
            let session = OperationSession(connection: worker, branch: branch.id, token: token)
            try await session.admit(worker)
            try await harness.cluster.psql("UPDATE ayb.branch SET operation = operation + 1", database: harness.control)
            let error = await #expect(throws: OperationError.self) { try await session.admit(worker) }
            guard case .fenced = error else { Issue.record("\(String(describing: error))"); return }
            await worker.close()
        }
    }
}
