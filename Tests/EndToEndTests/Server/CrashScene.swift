import BranchingCore
import BranchingPostgres
import TestSupport
import Testing

/// A test's own cluster with a source, and databases that only look like ours.
struct CrashScene: Sendable {
    let cluster: TestCluster
    let source: String
    /// Whether its servers make logins.
    let logins: Bool
    private static let foreign = ["ayb_branch_foreign", "ayb_tmp_1"]

    static func make(isLarge: Bool = false, logins: Bool = false) async throws -> CrashScene {
        let cluster = try await TestCluster.fresh()
        let rows = isLarge ? 400_000 : 10
        let source = try await cluster.createSource([
            "CREATE TABLE t AS SELECT i AS a, repeat('x', 300) AS b FROM generate_series(1, \(rows)) AS i"
        ])
        try await cluster.psql("CHECKPOINT")
        for name in foreign { try await cluster.psql("CREATE DATABASE \(name)") }
        return CrashScene(cluster: cluster, source: source, logins: logins)
    }

    /// Runs a server on the source.
    func server<Value: Sendable>(
        failPoint: String? = nil, arguments: [String] = [], variables: [String: String] = [:],
        _ body: @escaping @Sendable (ServerProcess) async throws -> Value
    ) async throws -> Value {
        var variables = variables
        if let failPoint { variables["AYB_FAILPOINT"] = failPoint }
        if logins { variables["AYB_BRANCHING_LOGINS"] = "true" }
        return try await ServerProcess.run(
            database: cluster.serverURL(database: source, as: logins ? .withLogins : .documented), arguments: arguments,
            variables: variables, body)
    }

    /// A number from the control database.
    func count(_ sql: String) async throws -> Int {
        Int(try await cluster.psql(sql, database: "ayb_control")) ?? -1
    }

    /// Waits until no record has anything in progress: at most three periods of the reconciler.
    func waitUntilSettled() async throws {
        try await eventually("every record is settled", within: .seconds(90)) {
            try await count(
                "SELECT (SELECT count(*) FROM ayb.branch WHERE phase IS NOT NULL) + (SELECT count(*) FROM ayb.temporary_database)"
            ) == 0
        }
    }

    /// What must hold whenever nothing is in progress.
    func expectInvariants() async throws {
        #expect(
            try await cluster.psql("SELECT datname FROM pg_database WHERE datname LIKE 'ayb\\_tmp\\_%'") == "ayb_tmp_1")
        let ready = try await cluster.psql(
            "SELECT branch_database FROM ayb.branch WHERE status = 'ready' ORDER BY 1", database: "ayb_control")
        let present = try await cluster.psql(
            "SELECT datname FROM pg_database WHERE datname LIKE 'ayb\\_branch\\_%' AND datname <> 'ayb_branch_foreign' ORDER BY 1"
        )
        #expect(present == ready)
        #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname = 'ayb_branch_foreign'") == "1")
        #expect(try await count("SELECT count(*) FROM ayb.temporary_database") == 0)
        let roles = try await cluster.psql(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'ayb\\_login\\_%' ORDER BY 1")
        for records in [
            "SELECT login_role FROM ayb.branch WHERE status = 'ready' AND login_role IS NOT NULL ORDER BY 1",
            "SELECT role FROM ayb.branch_login ORDER BY 1",
        ] { #expect(try await cluster.psql(records, database: "ayb_control") == roles) }
    }

    /// Ends the cluster; it is removed with the last reference to it.
    func remove() async throws {
        try await cluster.stop(mode: .immediate)
    }
}
