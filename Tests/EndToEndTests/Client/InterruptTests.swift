import BranchingCore
import Foundation
import Synchronization
import TestSupport
import Testing

/// Ctrl-C during a create.
@Suite(.timeLimit(.minutes(5))) struct InterruptTests {
    @Test(arguments: [CloneStrategy.dump, .stream])
    func `an interrupt in the middle of a copy leaves nothing`(strategy: CloneStrategy) async throws {
        let cluster = try await TestCluster.fresh()
        try await ClientServer.run(on: cluster, source: LargeSource.statements) { server in
            let interrupted = Mutex<ContinuousClock.Instant?>(nil)
            let outcome = try await server.ayb("branch", "create", "big", "--strategy", strategy.rawValue) { process in
                try await eventually("bytes have been copied") {
                    (try? await server.branch("big"))?.progress.map { $0.bytesDone > 0 } ?? false
                }
                interrupted.withLock { $0 = .now }
                kill(process, SIGINT)
            }
            let moment = try #require(interrupted.withLock { $0 })
            #expect(ContinuousClock.now - moment < .seconds(5))
            #expect(outcome.status == 130)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("was deleted"))
            #expect(try await server.ayb("branch", "list", "-o", "json").output == "[\n\n]\n")
            let left = "SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_(tmp|branch)_'"
            #expect(try await cluster.psql(left) == "0")
        }
    }
}
