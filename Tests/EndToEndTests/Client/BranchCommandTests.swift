import BranchingCore
import Foundation
import TestSupport
import Testing

/// `ayb branch …` against a server named by URL.
@Suite(.timeLimit(.minutes(5))) struct BranchCommandTests {
    @Test func `a branch is created, listed, shown, connected to and deleted`() async throws {
        try await ClientServer.run { server in
            let name = server.name("feature")
            let created = try await server.ayb("branch", "create", name)
            #expect(created.status == 0)
            #expect(created.output.contains("ready"))
            #expect(
                created.errors == "The branch '\(name)' is ready."
                    + " Connect: psql \"$(ayb branch url \(name) --password)\"\n")

            let table = try await server.ayb("branch", "list")
            #expect(table.output.hasPrefix("NAME "))
            #expect(table.output.split(separator: "\n").count == 2)
            #expect(table.output.contains(name))
            #expect(table.errors.isEmpty)

            let json = try await server.ayb("branch", "list", "--output", "json")
            #expect(try await server.ayb("branch", "list", "-o", "json").output == json.output)
            let records = try APICoder.decoder().decode([Branch].self, from: Data(json.output.utf8))
            #expect(records.map(\.name.rawValue) == [name])
            #expect(records.map(\.status) == [.ready])
            #expect(
                try await server.ayb("branch", "list", "--status", "failed", "--output", "json").output == "[\n\n]\n")

            let shown = try await server.ayb("branch", "get", name)
            #expect(shown.output.contains(server.source))

            let url = try await server.ayb("branch", "url", name, "--password").output
            let rows = try await server.client.shell(
                "psql -XAtqc 'SELECT count(*) FROM t' \"$URL\"",
                environment: [
                    "URL": url.filter { !$0.isNewline }
                ])
            #expect(rows.output == "2\n")
            let bare = try await server.ayb("branch", "url", name)
            #expect(bare.output.hasPrefix("postgresql://\(TestCluster.serverRole)@127.0.0.1:"))

            let deleted = try await server.ayb("branch", "delete", name, "--yes")
            #expect(deleted.status == 0)
            #expect(deleted.output.isEmpty)
            #expect(try await server.ayb("branch", "list", "--output", "json").output == "[\n\n]\n")
        }
    }

    @Test(arguments: ["auto", "template", "stream", "dump"])
    func `every strategy copies the rows`(strategy: String) async throws {
        try await ClientServer.run { server in
            let name = server.name(strategy)
            let created = try await server.ayb("branch", "create", name, "--strategy", strategy, "-o", "json")
            #expect(created.status == 0)
            let branch = try APICoder.decoder().decode(Branch.self, from: Data(created.output.utf8))
            #expect(branch.strategy?.rawValue == (strategy == "auto" ? "template" : strategy))
            #expect(try await server.cluster.psql("SELECT count(*) FROM t", database: branch.branchDatabase) == "2")
        }
    }

    @Test func `a branch of a branch has its rows, and one of the schema has none`() async throws {
        try await ClientServer.run { server in
            let (first, second, empty) = (server.name("first"), server.name("second"), server.name("empty"))
            #expect(try await server.ayb("branch", "create", first).status == 0)
            let database = try await server.branch(first).branchDatabase
            try await server.cluster.psql("INSERT INTO t VALUES (3)", database: database)
            #expect(try await server.ayb("branch", "create", second, "--from", first).status == 0)
            #expect(try await server.ayb("branch", "create", empty, "--schema-only").status == 0)
            for (name, rows) in [(second, "3"), (empty, "0")] {
                let database = try await server.branch(name).branchDatabase
                #expect(try await server.cluster.psql("SELECT count(*) FROM t", database: database) == rows)
            }
        }
    }

    @Test func `a dry run tells what would be done and does nothing`() async throws {
        try await ClientServer.run { server in
            let plan = try await server.ayb("branch", "create", server.name("plan"), "--dry-run", "-o", "json")
            #expect(plan.status == 0)
            let decoded = try APICoder.decoder().decode(ClonePlan.self, from: Data(plan.output.utf8))
            #expect(decoded.strategy == .template)
            #expect(decoded.sourceDatabase == server.source)
            #expect(try await server.ayb("branch", "list", "-o", "json").output == "[\n\n]\n")
        }
    }

    @Test func `the key comes from a file, the server from a flag`() async throws {
        try await ClientServer.run { server in
            let file = try server.client.write("key", server.key + "\n")
            let listed = try await server.client.ayb("branch", "list", "--url", server.url, "--api-key-file", file)
            #expect(listed.status == 0)
            let over = try await server.client.ayb(
                "branch", "list", "--url", server.url, "--api-key-file", file,
                environment: ["AYB_URL": "http://127.0.0.1:1", "AYB_API_KEY": "wrong-wrong-wrong-wrong"])
            #expect(over.status == 0)
        }
    }

    @Test func `every failure has its exit code, and its reason on stderr alone`() async throws {
        try await ClientServer.run { server in
            let name = server.name("taken")
            #expect(try await server.ayb("branch", "create", name).status == 0)
            let cases: [(Int32, String, [String], [String: String])] = [
                (
                    1, "cannot be reached",
                    ["branch", "create", server.name("f"), "--from", "postgresql://u@127.0.0.1:1/d"], [:]
                ),
                (2, "only lower-case", ["branch", "create", "Not-A-Name"], [:]),
                (2, "at least one character", ["branch", "get", ""], [:]),
                (2, "'table' and 'json'", ["branch", "list", "--output", "yaml"], [:]),
                (3, "--yes", ["branch", "delete", name], [:]),
                (4, "key", ["branch", "list"], ["AYB_API_KEY": "wrong-wrong-wrong-wrong"]),
                (4, "AYB_API_KEY", ["branch", "list"], ["AYB_API_KEY": ""]),
                (5, "no branch", ["branch", "delete", "missing", "--yes"], [:]),
                (5, "no branch", ["branch", "get", "missing"], [:]),
                (5, "no branch", ["branch", "url", "missing"], [:]),
                (6, "already exists", ["branch", "create", name], [:]),
                (7, "cannot be reached", ["branch", "list", "--url", "http://127.0.0.1:1"], [:]),
                (7, "/missing.sock", ["branch", "list", "--url", "unix:///missing.sock"], [:]),
            ]
            for (status, reason, arguments, environment) in cases {
                let outcome = try await server.client.ayb(
                    arguments, environment: server.environment.merging(environment) { $1 })
                #expect(outcome.status == status, "\(arguments): \(outcome)")
                #expect(outcome.errors.contains(reason), "\(arguments): \(outcome)")
                #expect(outcome.output.isEmpty, "\(arguments): \(outcome)")
            }
            #expect(try await server.branch(name).status == .ready)
        }
    }

    @Test func `who does not wait gets the record, and the create goes on`() async throws {
        try await ClientServer.run { server in
            try await server.hold()
            let name = server.name("later")
            let begun = try await server.ayb(
                "branch", "create", name, "--strategy", "dump", "--no-wait", "--output", "json")
            #expect(begun.status == 0)
            #expect(try APICoder.decoder().decode(Branch.self, from: Data(begun.output.utf8)).status == .creating)
            try await server.release()
            try await eventually("the branch is ready") { try await server.branch(name).status == .ready }
        }
    }

    @Test func `a time-out ends the command and not the create`() async throws {
        try await ClientServer.run { server in
            try await server.hold()
            let name = server.name("slow")
            let created = try await server.ayb("branch", "create", name, "--strategy", "dump", "--timeout", "1")
            #expect(created.status == 8)
            #expect(created.errors.contains("goes on"))
            #expect(try await server.branch(name).status == .creating)
            try await server.release()
            try await eventually("the branch is ready") { try await server.branch(name).status == .ready }
        }
    }
}
