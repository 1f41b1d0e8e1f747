import BranchingHTTP
import Logging
import ServiceLifecycle

/// A server that runs for as long as a test needs it.
struct TestServer {
    /// Where it listens.
    let addresses: [ListenAddress]
    private let group: ServiceGroup

    /// Begins a graceful stop.
    func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Runs a server, and returns when it has stopped.
    static func run<Value: Sendable>(
        _ api: BranchAPI, on addresses: [ListenAddress], limits: ServerLimits = ServerLimits(),
        _ body: @Sendable (TestServer) async throws -> Value
    ) async throws -> Value {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (listening, continuation) = AsyncStream<[ListenAddress]>.makeStream()
        let server = BranchServer(api: api, addresses: addresses, limits: limits, logger: logger) {
            continuation.yield($0)
        }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { continuation.finish() }
                try await group.run()
            }
            guard let bound = await listening.first(where: { _ in true }) else {
                try await tasks.waitForAll()
                throw CancellationError()
            }
            let result: Result<Value, any Error>
            do { result = .success(try await body(TestServer(addresses: bound, group: group))) } catch {
                result = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try result.get()
        }
    }
}
