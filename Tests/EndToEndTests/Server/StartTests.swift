import BranchingCore
import FoundationEssentials
import Subprocess
import TestSupport
import Testing

/// What a server refuses to start with, and its message.
@Suite struct StartTests {
    /// Starts a server that should end by itself, and returns its message.
    private func refusal(
        database: Secret? = nil, arguments: [String] = [], _ variables: [String: String] = [:], file: String? = nil
    ) async throws -> (status: String, log: String) {
        var variables = variables
        let directory = "/tmp/ayb-start-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        if let file {
            try file.write(toFile: directory + "/ayb.toml", atomically: true, encoding: .utf8)
            variables["AYB_CONFIG"] = directory + "/ayb.toml"
        }
        return try await ServerProcess.run(
            database: database, arguments: arguments, variables: variables, waiting: false
        ) { server in
            (try await server.waitForExit(), try server.log())
        }
    }

    @Test(arguments: [
        (["AYB_ADMIN_TOKEN": "too-short"], "fewer than 16"),
        (["AYB_ADMIN_TOKEN": "aaaaaaaaaaaaaaaa"], "easy to guess"),
        (["AYB_FAILPOINT": "nowhere"], "names no fail-point"),
        (["AYB_SERVER_PORT": "70000"], "AYB_SERVER_PORT"), (["AYB_LOGGING_LEVEL": "loud"], "AYB_LOGGING_LEVEL"),
        (["AYB_SERVER_TLS_CERTIFICATE": "/c.pem"], "server.tls.key"),
        (["AYB_SERVER_HOST": "0.0.0.0", "AYB_ADMIN_TOKEN": ""], "no admin token is configured"),
        (["AYB_DATABASE_URL": "postgresql://h"], "names no database"),
    ])
    func `a wrong configuration is refused with what to change`(variables: [String: String], text: String) async throws
    {
        let (status, log) = try await refusal(variables)
        #expect(status == "exited(2)")
        #expect(log.contains(text), "\(log)")
    }

    @Test func `logins without the right to make roles are refused with what to do`() async throws {
        let cluster = try await TestCluster.shared()
        let source = try await cluster.createSource()
        let control = TestCluster.uniqueName("control")
        let (status, log) = try await refusal(
            database: cluster.serverURL(database: source),
            ["AYB_BRANCHING_LOGINS": "true", "AYB_BRANCHING_CONTROL_DATABASE": control])
        #expect(status == "exited(2)" || status == "exited(1)")
        #expect(log.contains("ALTER ROLE ayb CREATEROLE") && log.contains("branching.logins"), "\(log)")
        for database in [source, control] { try await cluster.dropDatabase(database) }
    }

    @Test func `an unknown key is reported with its file`() async throws {
        let (status, log) = try await refusal([:], file: "[server]\nprot = 1\n")
        #expect(status == "exited(2)")
        #expect(log.contains("ayb.toml") && log.contains("prot"))
    }

    @Test func `a second server of the same home is refused`() async throws {
        try await ServerProcess.run(database: nil) { first in
            let (status, log) = try await refusal(["AYB_SERVER_SOCKET": first.socket])
            #expect(status == "exited(1)")
            #expect(log.contains("another process does"))
        }
    }

    @Test func `a branch to work on has to be ready`() async throws {
        let scene = try await CrashScene.make()
        let url = scene.cluster.serverURL(database: scene.source)
        try await scene.server { server in
            let created = try await server.request("POST", APIPath.branches, body: #"{"name":"ready"}"#)
            #expect(created?.status == 201)
        }
        let missing = try await refusal(database: url, arguments: ["--branch", "missing"])
        #expect(missing.status == "exited(1)")
        #expect(missing.log.contains("There is no branch 'missing'"))
        try await scene.server(arguments: ["--branch", "ready"]) { server in
            let status = try await server.request("GET", APIPath.status)?.decoded(ServiceStatus.self)
            #expect(status?.activeDatabase == "ayb_branch_ready")
            #expect(status?.activeBranch?.rawValue == "ready")
        }
        try await scene.remove()
    }

    private static let pgbouncer = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: pgbouncer != nil, "pgbouncer is not installed"))
    func `a pooler in front of PostgreSQL is refused`() async throws {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase()
        try await Pooler.run(try #require(Self.pgbouncer), in: cluster) { port in
            let url = Secret("postgresql://\(TestCluster.user)@127.0.0.1:\(port)/\(source)")
            let (status, log) = try await refusal(database: url, [:])
            #expect(status == "exited(1)")
            #expect(log.contains("connection pooler"), "\(log)")
        }
    }
}
