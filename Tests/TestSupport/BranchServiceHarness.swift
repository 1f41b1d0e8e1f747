package import BranchingCore
package import BranchingPostgres
import Logging

/// A running ``PostgresBranchService`` with its own source and control database, on a cluster that others may also use.
package struct BranchServiceHarness: Sendable {
    package let cluster: TestCluster
    package let service: PostgresBranchService
    /// How it was made.
    package let configuration: PostgresBranchService.Configuration
    /// The source database.
    package let source: String
    /// The control database.
    package let control: String

    /// Makes the databases, runs the service while the body runs, and removes everything afterwards.
    ///
    /// - Parameters:
    ///   - cluster: nil for the shared one.
    ///   - role: The service's role.
    ///   - statements: Fill the source, run by its owner.
    ///   - configure: Changes the configuration before the service is made.
    package static func run<Value: Sendable>(
        on cluster: TestCluster? = nil,
        as role: TestCluster.ServerRole = .documented,
        source statements: [String] = ["CREATE TABLE t (a int)", "INSERT INTO t VALUES (1)"],
        configure: (inout PostgresBranchService.Configuration) throws -> Void = { _ in },
        _ body: @Sendable (BranchServiceHarness) async throws -> Value
    ) async throws -> Value {
        let shared: TestCluster
        if let cluster { shared = cluster } else { shared = try await TestCluster.shared() }
        let source = try await shared.createSource(statements, for: role)
        let control = TestCluster.uniqueName("control")
        var configuration = PostgresBranchService.Configuration(
            server: try ConnectionParameters(parsing: shared.serverURL(database: source, as: role)),
            controlDatabase: control,
            reconciliationInterval: .milliseconds(500))
        configuration.pgDumpPath = shared.binaries.directory + "/pg_dump"
        configuration.psqlPath = shared.binaries.directory + "/psql"
        // Tests keep the machine busy, and a slow PostgreSQL is not an absent one.
        configuration.limits.probe = .seconds(30)
        try configure(&configuration)
        let service = PostgresBranchService(
            configuration: configuration, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let harness = BranchServiceHarness(
            cluster: shared, service: service, configuration: configuration, source: source, control: control)
        let result = await harness.runService(while: body)
        try await harness.removeEverything()
        return try result.get()
    }

    private func runService<Value: Sendable>(while body: @Sendable (BranchServiceHarness) async throws -> Value) async
        -> Result<Value, any Error>
    {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await service.run() }
            let result: Result<Value, any Error>
            do { result = .success(try await body(self)) } catch { result = .failure(error) }
            group.cancelAll()
            await group.waitForAll()
            return result
        }
    }

    /// Runs another service on the same control database while the body runs.
    package func withService<Value: Sendable>(
        _ configuration: PostgresBranchService.Configuration,
        _ body: @Sendable (PostgresBranchService) async throws -> Value
    ) async throws -> Value {
        let other = PostgresBranchService(
            configuration: configuration, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        return try await BranchServiceHarness(
            cluster: cluster, service: other, configuration: configuration, source: source, control: control
        ).runService { try await body($0.service) }.get()
    }

    private func removeEverything() async throws {
        let branches = try? await cluster.psql("SELECT branch_database FROM ayb.branch", database: control)
        for database in (branches ?? "").split(separator: "\n") { try await cluster.dropDatabase(String(database)) }
        try await cluster.dropDatabase(control)
        try await cluster.dropDatabase(source)
    }

    /// A branch name that no other test uses.
    package func name(_ stem: String = "b") throws -> BranchName {
        try BranchName(TestCluster.uniqueName(stem).replacing("_", with: "-"))
    }

    /// Creates a branch and waits until it is ready.
    @discardableResult
    package func create(_ request: BranchRequest) async throws -> Branch {
        try await service.settled(try await service.create(request))
    }

    /// The databases of the cluster whose names begin so.
    package func databases(like prefix: String) async throws -> [String] {
        let rows = try await cluster.psql(
            "SELECT datname FROM pg_database WHERE datname LIKE '\(prefix.replacing("_", with: "\\_"))%' ORDER BY 1")
        return rows.split(separator: "\n").map(String.init)
    }

    /// Waits until the condition holds, at most a minute: other tests keep the machine busy.
    package func wait(for what: String, until condition: @Sendable () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while try await !condition() {
            guard ContinuousClock.now < deadline else { throw WaitedTooLong(what: what) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// A condition did not come true in time.
    package struct WaitedTooLong: Error {
        let what: String
    }
}
