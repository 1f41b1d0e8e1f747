// docs/embedding.md quotes these declarations word for word, and Scripts/lint.sh sees to it that it does. They are
// compiled with the tests, so that the document's code keeps working.

import BranchingCore
import BranchingHTTP
import BranchingPostgres
import Hummingbird
import Logging
import ServiceLifecycle
import Testing
import UnixSignals

/// Runs branches inside a service of one's own.
func runBranches(on url: Secret, logger: Logger) async throws {
    let branches = PostgresBranchService(
        configuration: .init(server: try ConnectionParameters(parsing: url)), logger: logger)
    try await branches.prepare()
    let group = ServiceGroup(
        services: [branches], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    try await group.run()
}

/// Makes a branch, waits until it is ready, and tells how to connect to it.
func makeBranch(
    named text: String, with branches: some BranchService
) async throws(BranchError) -> BranchConnection {
    let name: BranchName
    do { name = try BranchName(text) } catch { throw .invalidName(error) }
    let record = try await branches.create(BranchRequest(name: name))
    _ = try await branches.settled(record)
    return try await branches.connection(to: name)
}

/// Writes the SQL that brings the source to where a branch is, proved on a copy.
func migration(to branch: BranchName, with branches: some BranchService) async throws(BranchError) -> String {
    let report = try await branches.diff(
        DiffRequest(from: .main, to: .branch(branch), verifies: true))
    guard report.verification?.equal == true else {
        throw .verificationFailed("The SQL does not lead to '\(branch)'.")
    }
    return report.sql
}

/// Offers the API beside routes of one's own.
func runApplication(branches: PostgresBranchService, adminToken: Secret, logger: Logger) async throws {
    let router = BranchAPI(service: branches, adminToken: adminToken, logger: logger).router()
    router.get("hello") { _, _ in "hello" }
    var application = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8080)), logger: logger)
    application.addServices(branches)
    try await application.runService()
}

/// Offers the API alone: on a port, and on a Unix socket that only this user can connect to.
func runServer(branches: PostgresBranchService, adminToken: Secret, logger: Logger) async throws {
    let server = BranchServer(
        api: BranchAPI(service: branches, adminToken: adminToken, logger: logger),
        addresses: [.tcp(host: "127.0.0.1", port: 8090), .unixSocket(path: "/run/example/ayb.sock")],
        logger: logger)
    let group = ServiceGroup(
        services: [branches, server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    try await group.run()
}

/// Runs a private PostgreSQL, and branches of its database.
func runPrivateCluster(in directory: String, logger: Logger) async throws {
    let cluster = EmbeddedCluster(configuration: .init(directory: directory), logger: logger)
    let endpoint = try await cluster.start()
    let branches = PostgresBranchService(
        configuration: .init(server: try ConnectionParameters(parsing: endpoint.url)), logger: logger)
    // The last to stop is the first of the list.
    let group = ServiceGroup(
        services: [cluster, branches], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    try await group.run()
}

/// Branches with an upper limit to their number, on top of any others.
struct LimitedBranches<Base: BranchService>: BranchService {
    let base: Base
    let maximum: Int

    func create(_ request: BranchRequest) async throws(BranchError) -> Branch {
        guard try await base.branches(status: nil).count < maximum else {
            throw .invalidRequest("There are \(maximum) branches already. Delete one first.")
        }
        return try await base.create(request)
    }

    func branches(_ filter: BranchFilter) async throws(BranchError) -> [Branch] {
        try await base.branches(filter)
    }

    func branch(_ name: BranchName) async throws(BranchError) -> Branch {
        try await base.branch(name)
    }

    func changes(since position: ChangePosition?) async throws(BranchError) -> BranchChanges {
        try await base.changes(since: position)
    }

    func settled(_ branch: Branch) async throws(BranchError) -> Branch {
        try await base.settled(branch)
    }

    func plan(_ request: BranchRequest) async throws(BranchError) -> ClonePlan {
        try await base.plan(request)
    }

    func delete(_ name: BranchName, force: Bool, matching versions: [BranchVersion]?) async throws(BranchError) {
        try await base.delete(name, force: force, matching: versions)
    }

    func connection(to name: BranchName) async throws(BranchError) -> BranchConnection {
        try await base.connection(to: name)
    }

    func serverConnection(to name: BranchName) async throws(BranchError) -> BranchConnection {
        try await base.serverConnection(to: name)
    }

    func diff(_ request: DiffRequest) async throws(BranchError) -> DiffReport {
        try await base.diff(request)
    }

    func status() async -> ServiceStatus {
        await base.status()
    }
}

struct EmbeddingExamples {
    @Test func `an embedder's own branch service can refuse what the one below it would do`() async throws {
        let unconfigured = PostgresBranchService(
            configuration: .init(), logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let branches = LimitedBranches(base: unconfigured, maximum: 0)
        // The base has no database, and says so through the layer above it.
        await #expect(throws: BranchError.notConfigured("No database is configured: set database.url.")) {
            try await makeBranch(named: "feature-auth", with: branches)
        }
        await #expect(throws: BranchError.invalidName(.reserved("main"))) {
            try await makeBranch(named: "main", with: branches)
        }
    }
}
