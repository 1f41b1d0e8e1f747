public import BranchingCore
public import Logging
import PostgresTools
public import ServiceLifecycle

/// Branches on PostgreSQL: the `BranchService` over libpq.
///
/// It is a `Service`: ``run()`` runs clones and puts right what crashed servers left. Any number of them, in any number
/// of processes, may work on one cluster.
///
/// ```swift
/// let service = PostgresBranchService(configuration: .init(server: parameters), logger: logger)
/// let group = ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm], logger: logger)
/// ```
public struct PostgresBranchService: Sendable {
    let configuration: Configuration
    let control: ControlDatabase?
    let runner: OperationRunner
    let running = RunningOperations()
    /// Bounds the connections to databases that users name.
    let foreign: ForeignConnections
    let probe: StatusProbe
    let logger: Logger

    /// Makes a service; it connects at the first use.
    public init(configuration: Configuration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        runner = OperationRunner()
        probe = StatusProbe(limit: configuration.limits.probe)
        foreign = ForeignConnections(
            places: configuration.foreignConnections, patience: configuration.limits.connect)
        control = configuration.server.map {
            ControlDatabase(server: $0, name: configuration.controlDatabase, logger: logger)
        }
        ServiceMetrics.prepare()
    }

    /// The control database.
    ///
    /// - Throws: `BranchError.notConfigured` if there is no server to have one.
    func requireControl() throws -> ControlDatabase {
        guard let control else { throw BranchError.notConfigured(configuration.notConfiguredReason) }
        return control
    }

    /// Ensures that the service can work before anything depends on it.
    ///
    /// - Throws: `BranchError.unavailable` if PostgreSQL is away, which can pass; and, if the configuration must
    ///   change, `BranchError.notConfigured`, `BranchError.notFound` and `BranchError.notReady` for the active branch.
    public func prepare() async throws(BranchError) {
        try await BranchError.translating {
            try await requireControl().prepare()
            if configuration.logins { try await requireControl().run { try LoginRequirement.check(on: $0) } }
            if let name = configuration.activeBranch { _ = try await readyRecord(name) }
        }
    }

    /// The record of a branch that is ready, and whose name leads to its own database.
    func readyRecord(_ name: BranchName) async throws -> BranchRecord {
        try await requireControl().run { handle in
            guard let record = try BranchRecord.find(name, on: handle) else { throw BranchError.notFound(name) }
            let missing = try record.missingDatabase(on: handle)
            guard record.lifecycle.status == .ready, record.lifecycle.phase == nil else {
                throw BranchError.notReady(record.branch)
            }
            // The reconciler records it; until then, too, nobody gets the wrong database.
            if let missing {
                var lost = record
                _ = lost.lifecycle.handle(.databaseMissing)
                lost.errorMessage = missing
                throw BranchError.notReady(lost.branch)
            }
            return record
        }
    }

    func record(_ name: BranchName) async throws -> BranchRecord {
        let found = try await requireControl().run { try BranchRecord.find(name, on: $0) }
        guard let found else { throw BranchError.notFound(name) }
        return found
    }
}

extension PostgresBranchService: Service {
    /// Runs clones and the reconciler until a graceful stop, then ends the clones and removes what they made.
    public func run() async throws {
        // Passwords that a killed server left.
        PrivateDirectory.removeLeftovers(in: PrivateDirectory.parent)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await cancelWhenGracefulShutdown { await runner.run() } }
            if let control {
                let reconciler = Reconciler(
                    control: control, configuration: configuration, running: running, logger: logger)
                group.addTask { await cancelWhenGracefulShutdown { await reconciler.run() } }
                group.addTask { try await control.maintain() }
            }
            try await group.waitForAll()
        }
    }
}
