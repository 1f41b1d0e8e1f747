import BranchingCore
import Foundation
import Synchronization
import TestSupport
import Testing

/// A database URL and no server: one runs for as long as the command lasts.
@Suite(.timeLimit(.minutes(5))) struct PrivateServerTests {
    private static func with(
        source statements: [String] = ["CREATE TABLE t (a int)"],
        _ body: (ClientSandbox, TestCluster, [String: String]) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase(statements)
        try await ClientSandbox.run { sandbox in
            try await body(sandbox, cluster, ["AYB_DATABASE_URL": cluster.url(database: source).reveal()])
        }
    }

    @Test func `branches outlive the server, of which nothing is left`() async throws {
        try await Self.with { sandbox, _, environment in
            #expect(try await sandbox.ayb("branch", "create", "one", environment: environment).status == 0)
            let url = try #require(environment["AYB_DATABASE_URL"])
            let listed = try await sandbox.ayb("branch", "list", "-o", "json", "--database-url", url)
            let records = try APICoder.decoder().decode([Branch].self, from: Data(listed.output.utf8))
            #expect(records.map(\.name.rawValue) == ["one"])
            #expect(try await sandbox.ayb("branch", "delete", "one", "--yes", environment: environment).status == 0)
            #expect(try ProcessTable.mentioning(sandbox.directory).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.directory) == [])
            #expect(!FileManager.default.fileExists(atPath: sandbox.home + "/admin.key"))
        }
    }

    @Test func `the password is among no program's arguments`() async throws {
        try await Self.with(source: LargeSource.statements) { sandbox, cluster, environment in
            let sampled = Mutex<Set<String>>([])
            let sampling = Task {
                while !Task.isCancelled {
                    let lines = ProcessTable.commandLines()
                    sampled.withLock { $0.formUnion(lines.values) }
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            let created = try await sandbox.ayb(
                "branch", "create", "big", "--strategy", "dump", environment: environment)
            sampling.cancel()
            #expect(created.status == 0)
            let lines = sampled.withLock { $0 }
            // What was sampled is what is meant.
            #expect(lines.contains { $0.contains("pg_dump") })
            #expect(lines.contains { $0.contains("ayb-server") })
            let password = TestCluster.password.reveal()
            let encoded = try #require(URL(string: cluster.adminURL.reveal())?.password(percentEncoded: true))
            #expect(!lines.contains { $0.contains(password) || $0.contains(encoded) })
            #expect(!(created.output + created.errors).contains(password))
        }
    }

    @Test func `a database that cannot be reached is told with the reason`() async throws {
        try await ClientSandbox.run { sandbox in
            let outcome = try await sandbox.ayb(
                "branch", "list", environment: ["AYB_DATABASE_URL": "postgresql://u:hidden-word@127.0.0.1:1/d"])
            #expect(outcome.status == 7)
            #expect(outcome.errors.contains("refused"))
            #expect(!outcome.errors.contains("hidden-word"))
        }
    }

    @Test(arguments: ["garbage", "mysql://u:hidden-word@h/d", "postgresql://u:hidden-word@h"])
    func `a database URL that is none is wrong usage`(url: String) async throws {
        try await ClientSandbox.run { sandbox in
            let outcome = try await sandbox.ayb("branch", "list", "--database-url", url)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("database.url"))
            #expect(!outcome.errors.contains("hidden-word"))
        }
    }

    @Test func `a create that nobody waits for needs a server that stays`() async throws {
        try await Self.with { sandbox, _, environment in
            let outcome = try await sandbox.ayb("branch", "create", "one", "--no-wait", environment: environment)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("--no-wait"))
            #expect(
                try await sandbox.ayb("branch", "list", "-o", "json", environment: environment).output == "[\n\n]\n")
        }
    }

    @Test func `the server of a killed client ends by itself and cleans up`() async throws {
        try await Self.with(source: LargeSource.statements) { sandbox, cluster, environment in
            let outcome = try await sandbox.ayb(
                "branch", "create", "big", "--strategy", "dump", environment: environment
            ) { process in
                try await eventually("the clone has begun") {
                    try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_tmp_'") == "1"
                }
                kill(process, SIGKILL)
            }
            #expect(outcome.status == -SIGKILL)
            try await eventually("the server has ended") { try ProcessTable.mentioning(sandbox.directory).isEmpty }
            #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_tmp_'") == "0")
            #expect(try await sandbox.ayb("branch", "delete", "big", "--yes", environment: environment).status == 0)
        }
    }
}
