import BranchingCore
import BranchingPostgres
import Foundation
import TestSupport
import Testing

/// `ayb branch diff`, except for what it finds.
@Suite(.timeLimit(.minutes(5))) struct DiffCommandTests {
    @Test func `two URLs need no server and no configuration, and nothing is made anywhere`() async throws {
        let cluster = try await TestCluster.fresh()
        let urls = [try await cluster.createDatabase(), try await cluster.createDatabase()].map {
            cluster.url(database: $0).reveal()
        }
        let before = try await cluster.psql("SELECT oid, datname FROM pg_database ORDER BY 1")
        try await ClientSandbox.run { sandbox in
            let start = ContinuousClock.now
            let outcome = try await sandbox.ayb("branch", "diff", urls[0], urls[1], "--output", "sql")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors == "No differences: there is nothing to do.\n")
            // Generous for a busy machine; it takes a fifth of a second.
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.directory) == [])
            #expect(!FileManager.default.fileExists(atPath: sandbox.home + "/admin.key"))
            #expect(try ProcessTable.mentioning(sandbox.directory).isEmpty)

            // Even with a database configured: it plays no part.
            let configured = try await sandbox.ayb(
                ["branch", "diff", urls[0], urls[1], "--exit-code"],
                environment: ["AYB_DATABASE_URL": cluster.adminURL.reveal()])
            #expect(configured.status == 0, "\(configured)")
            #expect(configured.errors == "No differences.\n")

            let verified = try await sandbox.ayb(
                ["branch", "diff", urls[0], urls[1], "--verify", "--quiet"],
                environment: [
                    "AYB_BRANCHING_PG_DUMP_PATH": cluster.binaries.path(of: .pgDump),
                    "AYB_BRANCHING_PSQL_PATH": cluster.binaries.path(of: .psql),
                ])
            #expect(verified.status == 0, "\(verified)")
            #expect(verified.output.hasPrefix("Verified: "))
            #expect(verified.errors.isEmpty)
        }
        #expect(try await cluster.psql("SELECT oid, datname FROM pg_database ORDER BY 1") == before)
    }

    @Test func `branches are compared by name on a server`() async throws {
        try await ClientServer.run { server in
            let name = server.name("same")
            #expect(try await server.ayb("branch", "create", name).status == 0)
            let json = try await server.ayb("branch", "diff", name, "-o", "json", "--verify")
            #expect(json.status == 0, "\(json)")
            let report = try APICoder.decoder().decode(DiffReport.self, from: Data(json.output.utf8))
            #expect(report.from == "main" && report.to == name)
            #expect(report.changes.isEmpty && report.verification?.equal == true)

            let missing = try await server.ayb("branch", "diff", "main", server.name("missing"))
            #expect(missing.status == 5)
            #expect(missing.errors.contains("There is no branch"))
            #expect(missing.output.isEmpty)
        }
    }

    @Test func `a private server compares main with a branch`() async throws {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase(["CREATE TABLE t (a int)"])
        let environment = ["AYB_DATABASE_URL": cluster.url(database: source).reveal()]
        try await ClientSandbox.run { sandbox in
            let created = try await sandbox.ayb("branch", "create", "one", environment: environment)
            #expect(created.status == 0)
            let outcome = try await sandbox.ayb("branch", "diff", "one", "--exit-code", environment: environment)
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test func `a user's own server takes a socket of the user's, and one for many refuses it`() async throws {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase(["CREATE TABLE t (a int)"])
        let socket = cluster.connection(database: source, overSocket: true).url(includingPassword: true)
        try await ClientSandbox.run { sandbox in
            let alone = try await sandbox.ayb("branch", "diff", socket, socket, "--exit-code")
            #expect(alone.status == 0, "\(alone)")
            let environment = ["AYB_DATABASE_URL": cluster.url(database: source).reveal()]
            let created = try await sandbox.ayb(
                "branch", "create", "one", "--from", socket, environment: environment)
            #expect(created.status == 0, "\(created)")
        }
        try await ClientServer.run { server in
            let refused = try await server.ayb("branch", "create", server.name("two"), "--from", socket)
            #expect(refused.status != 0)
            #expect(refused.errors.contains("database.allow_socket_sources"), "\(refused)")
        }
    }

    @Test func `an unreachable database is reported without its password`() async throws {
        try await ClientSandbox.run { sandbox in
            let url = "postgresql://u:hunter2@127.0.0.1:1/d"
            let outcome = try await sandbox.ayb("branch", "diff", url, url, "-o", "sql")
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("'postgresql://u@127.0.0.1:1/d' cannot be reached"))
            #expect(!outcome.errors.contains("hunter2"))
        }
    }

    @Test func `an interrupt ends a verification, and nothing is left`() async throws {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase(["CREATE TABLE t (a int)"])
        let url = cluster.url(database: source).reveal()
        try await ClientSandbox.run { sandbox in
            let hold = try await SourceHold(source, in: cluster)
            let outcome = try await sandbox.ayb(
                ["branch", "diff", url, url, "--verify"],
                environment: [
                    "AYB_BRANCHING_PG_DUMP_PATH": cluster.binaries.path(of: .pgDump),
                    "AYB_BRANCHING_PSQL_PATH": cluster.binaries.path(of: .psql),
                ]
            ) { process in
                try await hold.reached()
                kill(process, SIGINT)
            }
            await hold.release()
            #expect(outcome.status == 130, "\(outcome)")
            #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname LIKE 'ayb%'") == "0")
            #expect(try ProcessTable.mentioning(sandbox.directory).isEmpty)
        }
    }
}
