import BranchingCore
import Foundation
import TestSupport

/// A running `ayb-server` on a test cluster's database, and a client that knows only its URL.
struct ClientServer: Sendable {
    let cluster: TestCluster
    /// The source.
    let source: String
    /// The client's sandbox; the server has another.
    let client: ClientSandbox
    /// The value of `--url`.
    let url: String
    /// The key.
    let key: String
    /// The log of the server.
    let log: String
    private let control: String
    private let logins: Bool
    private let names = UInt32.random(in: 0...UInt32.max)

    /// Starts one, and removes everything afterwards.
    ///
    /// - Parameters:
    ///   - cluster: nil for the shared one.
    ///   - logins: Whether branches get logins.
    ///   - statements: fill the source.
    ///   - variables: more of the server's environment.
    static func run(
        on cluster: TestCluster? = nil, logins: Bool = false,
        source statements: [String] = ["CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (2)"],
        variables: [String: String] = [:],
        _ body: (ClientServer) async throws -> Void
    ) async throws {
        let shared: TestCluster
        if let cluster { shared = cluster } else { shared = try await TestCluster.shared() }
        let source = try await shared.createSource(statements)
        let control = TestCluster.uniqueName("control")
        try await ClientSandbox.run { sandbox in
            try await start(
                in: sandbox, on: shared, source: source, control: control, logins: logins, variables: variables)
            let key = try String(contentsOfFile: sandbox.home + "/admin.key", encoding: .utf8)
            try await ClientSandbox.run { client in
                try await body(
                    ClientServer(
                        cluster: shared, source: source, client: client, url: "unix://" + sandbox.socket,
                        key: key.filter { !$0.isNewline }, log: sandbox.home + "/ayb-server.log", control: control,
                        logins: logins))
            }
        }
        let branches = try await shared.psql("SELECT branch_database FROM ayb.branch", database: control)
        for database in branches.split(separator: "\n") + [control[...], source[...]] {
            try await shared.dropDatabase(String(database))
        }
    }

    private static func start(
        in sandbox: ClientSandbox, on cluster: TestCluster, source: String, control: String, logins: Bool,
        variables: [String: String]
    ) async throws {
        let started = try await sandbox.ayb(
            "start",
            environment: [
                "AYB_DATABASE_URL": cluster.serverURL(
                    database: source, as: logins ? .withLogins : .documented
                ).reveal(),
                "AYB_BRANCHING_CONTROL_DATABASE": control, "AYB_BRANCHING_LOGINS": "\(logins)",
            ].merging(variables) { $1 })
        guard started.status == 0 else { throw DidNotStart(errors: started.errors) }
    }

    /// Starts another server on the same records for as long as the body lasts, which gets its URL.
    func runningAnother(
        variables: [String: String] = [:], _ body: (String) async throws -> Void
    ) async throws {
        try await ClientSandbox.run { sandbox in
            try await Self.start(
                in: sandbox, on: cluster, source: source, control: control, logins: logins, variables: variables)
            try await body("unix://" + sandbox.socket)
        }
    }

    /// What a query of the control database returns.
    func records(_ query: String) async throws -> String { try await cluster.psql(query, database: control) }

    /// A name that only this server's test uses.
    func name(_ stem: String) -> String { stem + "-" + String(names, radix: 36) }

    /// The variables with the server and its key.
    var environment: [String: String] { ["AYB_URL": url, "AYB_API_KEY": key] }

    /// Runs `ayb` with the server and the key in its environment.
    func ayb(_ arguments: String..., whileRunning: (@Sendable (Int32) async throws -> Void)? = nil) async throws
        -> ClientOutcome
    {
        try await client.ayb(arguments, environment: environment, whileRunning: whileRunning)
    }

    /// The record of a branch.
    func branch(_ name: String) async throws -> Branch {
        let outcome = try await ayb("branch", "get", name, "--output", "json")
        return try APICoder.decoder().decode(Branch.self, from: Data(outcome.output.utf8))
    }

    /// Blocks every dump of the source until ``release()``: the lock is a prepared transaction's, so no session need
    /// hold it.
    func hold() async throws {
        try await cluster.psql(
            "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'hold-\(source)'", database: source)
    }

    func release() async throws {
        try await cluster.psql("ROLLBACK PREPARED 'hold-\(source)'", database: source)
    }

    struct DidNotStart: Error {
        var errors: String
    }
}
