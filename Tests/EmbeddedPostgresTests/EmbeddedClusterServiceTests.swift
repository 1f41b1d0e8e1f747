import EmbeddedPostgres
import Glibc
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@Suite(.serialized) struct EmbeddedClusterServiceTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `as a service it restarts a server that died, and stops it on graceful shutdown`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let group = ServiceGroup(services: [cluster], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let first = try await cluster.start()
            let killed = try #require(sandbox.postmaster)
            killed.signal(SIGKILL)
            try await eventually("the server is back", within: .seconds(120)) {
                guard let postmaster = sandbox.postmaster, postmaster.pid != killed.pid else { return false }
                return await cluster.isRunning
            }
            #expect(try await sandbox.psql("SELECT 1", at: first) == "1")
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(sandbox.postmaster == nil)
    }

    @Test func `as a service it stops the server when its task is cancelled`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let running = Task { try await cluster.run() }
        _ = try await cluster.start()
        #expect(sandbox.postmaster != nil)
        running.cancel()
        _ = await running.result
        #expect(sandbox.postmaster == nil)
    }

    @Test func `a service whose first start fails fails`() async throws {
        let sandbox = try EmbeddedSandbox()
        var configuration = sandbox.configuration()
        configuration.binaryDirectory = "/usr/share"
        let cluster = EmbeddedCluster(configuration: configuration, logger: logger)
        await #expect(throws: ClusterError.self) { try await cluster.run() }
    }
}
