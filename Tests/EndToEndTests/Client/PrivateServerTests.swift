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
        let source = try await cluster.createSource(statements)
        try await ClientSandbox.run { sandbox in
            try await body(sandbox, cluster, ["AYB_DATABASE_URL": cluster.serverURL(database: source).reveal()])
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

    @Test func `the password is among no program's arguments, nor in what is printed`() async throws {
        try await Self.with { sandbox, cluster, _ in
            // This test's own password: others run at the same time, and give theirs by flag.
            let password = TestCluster.uniqueName("p@:/%' w")
            let quoted = password.replacing("'", with: "''")
            try await cluster.psql("CREATE ROLE secretive LOGIN SUPERUSER PASSWORD '\(quoted)'")
            let database = try await cluster.createDatabase(LargeSource.statements)
            let url = cluster.url(database: database, user: "secretive", password: Secret(password)).reveal()
            let unmistakable = try #require(password.split(separator: "_").last)
            #expect(url.contains(unmistakable))

            let sampled = Mutex<Set<String>>([])
            let sampling = Task {
                while !Task.isCancelled {
                    let lines = ProcessTable.commandLines()
                    sampled.withLock { $0.formUnion(lines.values) }
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            let created = try await sandbox.ayb(
                "branch", "create", "big", "--strategy", "dump", environment: ["AYB_DATABASE_URL": url])
            sampling.cancel()
            #expect(created.status == 0, "\(created)")
            let lines = sampled.withLock { $0 }
            // The sample includes what is meant.
            #expect(lines.contains { $0.contains("pg_dump") })
            #expect(lines.contains { $0.contains("ayb-server") })
            #expect(!lines.contains { $0.contains(unmistakable) })
            #expect(!(created.output + created.errors).contains(unmistakable))

            let shown = try await sandbox.ayb(
                "branch", "url", "big", "--password", environment: ["AYB_DATABASE_URL": url])
            let rows = try await sandbox.shell(
                "psql -XAtqc 'SELECT count(*) FROM big' \"$URL\"",
                environment: ["URL": shown.output.filter { !$0.isNewline }])
            #expect(rows.output == "100000\n")
        }
    }

    @Test func `an unreachable database is reported with the reason`() async throws {
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

    @Test func `a time-out takes the branch back, since its server ends with the command`() async throws {
        try await Self.with { sandbox, cluster, environment in
            let source = try #require(environment["AYB_DATABASE_URL"]?.split(separator: "/").last.map(String.init))
            // A dump waits for this lock, which needs no session.
            try await cluster.psql(
                "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'hold'", database: source)
            let outcome = try await sandbox.ayb(
                "branch", "create", "slow", "--strategy", "dump", "--timeout", "3", environment: environment)
            try await cluster.psql("ROLLBACK PREPARED 'hold'", database: source)
            #expect(outcome.status == 8)
            #expect(outcome.errors.contains("was deleted"))
            #expect(try await sandbox.ayb("branch", "get", "slow", environment: environment).status == 5)
        }
    }

    @Test func `the server of a killed client ends by itself and cleans up`() async throws {
        try await Self.with { sandbox, cluster, environment in
            let source = try #require(environment["AYB_DATABASE_URL"]?.split(separator: "/").last.map(String.init))
            // The dump waits for this lock, which needs no session.
            try await cluster.psql(
                "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'hold'", database: source)
            let outcome = try await sandbox.ayb(
                "branch", "create", "big", "--strategy", "dump", environment: environment
            ) { process in
                try await eventually("the clone has begun") {
                    try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_tmp_'") == "1"
                }
                let servers = try ProcessTable.mentioning(sandbox.directory)
                #expect(servers.count == 1)
                kill(process, SIGKILL)
            }
            #expect(outcome.status == -SIGKILL)
            try await eventually("the server has ended") { try ProcessTable.mentioning(sandbox.directory).isEmpty }
            try await cluster.psql("ROLLBACK PREPARED 'hold'", database: source)
            #expect(try await cluster.psql("SELECT count(*) FROM pg_database WHERE datname ~ '^ayb_tmp_'") == "0")
            #expect(try await sandbox.ayb("branch", "delete", "big", "--yes", environment: environment).status == 0)
        }
    }
}
