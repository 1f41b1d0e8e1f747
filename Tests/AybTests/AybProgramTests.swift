import AybConfiguration
import BranchingCore
import Foundation
import Synchronization
import Testing

@testable import ayb

/// The real program against a fake server.
@Suite struct AybProgramTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private static func record(_ status: String, id: String = "br_1", error: String = "") -> String {
        """
        {"id":"\(id)","name":"x","source_database":"app","branch_database":"ayb_branch_x","status":"\(status)",\
        "created_at":"2026-01-31T12:00:00.000Z","updated_at":"2026-01-31T12:00:00.000Z"\(error)}
        """
    }

    @Test(arguments: [
        [], ["--help"], ["help", "branch", "create"], ["branch", "create", "--help"], ["branch", "list", "-h"],
        ["branch", "get", "--help"], ["branch", "url", "--help"], ["branch", "delete", "--help"], ["start", "--help"],
        ["stop", "--help"], ["status", "--help"], ["trust", "--help"], ["version"], ["--version"],
    ])
    func `help is a result: on stdout, exit code 0`(arguments: [String]) async throws {
        let outcome = try await AybProgram.run(arguments, in: directory)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }

    @Test func `help of every command has examples and fits 80 columns`() async throws {
        for command in [
            ["branch", "create"], ["branch", "list"], ["branch", "get"], ["branch", "url"],
            ["branch", "delete"], ["start"], ["stop"], ["status"], ["trust"], [],
        ] {
            let outcome = try await AybProgram.run(command + ["--help"], in: directory)
            #expect(outcome.output.contains("EXAMPLES"))
            // The parser writes the usage as one line.
            let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
            #expect(lines.allSatisfy { $0.count <= 80 })
        }
    }

    @Test(arguments: [
        ["bogus"], ["branch", "create"], ["branch", "create", "Main"], ["branch", "create", "main"],
        ["branch", "create", "x", "--strategy", "magic"], ["branch", "create", "x", "--from", "No*"],
        ["branch", "create", "x", "--schema-only", "--strategy", "template"], ["branch", "list", "--output", "xml"],
        ["branch", "list", "--status", "deleting"], ["branch", "list", "--timeout", "0"],
        ["branch", "list", "--url", "http://h", "--database-url", "postgresql://h"],
        ["branch", "list", "--url", "ftp://h"], ["branch", "list", "--config", "/missing.toml"],
        ["start", "--port", "70000"],
    ])
    func `wrong usage is an error on stderr, exit code 2`(arguments: [String]) async throws {
        let outcome = try await AybProgram.run(arguments, in: directory)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test func `delete without a terminal and without a yes deletes nothing`() async throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(body: "{\"status\":\"deleted\"}") }
        defer { server.stop() }
        let refused = try await AybProgram.run(["branch", "delete", "x", "--url", server.url], in: directory)
        #expect(refused.status == 3)
        #expect(server.requests.isEmpty)
        let done = try await AybProgram.run(
            ["branch", "delete", "x", "--yes", "--force", "--url", server.url], in: directory)
        #expect(done.status == 0)
        #expect(done.output.isEmpty)
        #expect(server.requests.map(\.line) == ["DELETE /api/admin/branches/x?force=true HTTP/1.1"])
    }

    @Test func `create waits until the branch is ready`() async throws {
        let asked = Mutex(0)
        let server = try TinyHTTPServer { request in
            if request.line.hasPrefix("POST") {
                return TinyHTTPServer.Response(status: 202, body: Self.record("creating"))
            }
            let count = asked.withLock { count in
                count += 1
                return count
            }
            return TinyHTTPServer.Response(body: Self.record(count < 3 ? "creating" : "ready"))
        }
        defer { server.stop() }
        let outcome = try await AybProgram.run(
            ["branch", "create", "x", "--output", "json", "--url", server.url, "--from", "postgresql://u:hunter2@h/d"],
            in: directory)
        #expect(outcome.status == 0)
        let record = try APICoder.decoder().decode(Branch.self, from: Data(outcome.output.utf8))
        #expect(record.status == .ready)
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(!outcome.errors.contains("hunter2"))
        let post = try #require(server.requests.first)
        #expect(post.headers["prefer"] == "respond-async")
        let body = try APICoder.decoder().decode(CreateBranchBody.self, from: Data(post.body.utf8))
        #expect(body.from?.reveal() == "postgresql://u:hunter2@h/d")
        #expect(asked.withLock { $0 } == 3)
    }

    @Test func `without waiting, create returns the record as creating`() async throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(status: 202, body: Self.record("creating")) }
        defer { server.stop() }
        let outcome = try await AybProgram.run(
            ["branch", "create", "x", "--no-wait", "--output", "json", "--url", server.url], in: directory)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\"creating\""))
        #expect(server.requests.count == 1)
    }

    @Test func `a branch that fails is an error, exit code 1`() async throws {
        let server = try TinyHTTPServer { request in
            request.line.hasPrefix("POST")
                ? TinyHTTPServer.Response(status: 202, body: Self.record("creating"))
                : TinyHTTPServer.Response(body: Self.record("failed", error: ",\"error_message\":\"disk full\""))
        }
        defer { server.stop() }
        let outcome = try await AybProgram.run(["branch", "create", "x", "--url", server.url], in: directory)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("disk full"))
    }

    @Test func `a branch of the same name but another id is not the one that was asked for`() async throws {
        let server = try TinyHTTPServer { request in
            request.line.hasPrefix("POST")
                ? TinyHTTPServer.Response(status: 202, body: Self.record("creating"))
                : TinyHTTPServer.Response(body: Self.record("ready", id: "br_2"))
        }
        defer { server.stop() }
        let outcome = try await AybProgram.run(["branch", "create", "x", "--url", server.url], in: directory)
        #expect(outcome.status == 6)
    }

    @Test func `a wait that takes too long ends, and the create goes on`() async throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(status: 202, body: Self.record("creating")) }
        defer { server.stop() }
        let outcome = try await AybProgram.run(
            ["branch", "create", "x", "--timeout", "0.2", "--url", server.url], in: directory)
        #expect(outcome.status == 8)
        #expect(outcome.errors.contains("goes on"))
        #expect(!server.requests.contains { $0.line.hasPrefix("DELETE") })
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `an interrupted create takes the branch back`(signal: Int32) async throws {
        let server = try TinyHTTPServer { request in
            request.line.hasPrefix("DELETE")
                ? TinyHTTPServer.Response(body: "{\"status\":\"deleted\"}")
                : TinyHTTPServer.Response(status: 202, body: Self.record("creating"))
        }
        defer { server.stop() }
        let outcome = try await AybProgram.run(
            ["branch", "create", "x", "--url", server.url], in: directory
        ) { process in
            let limit = ContinuousClock.now + .seconds(10)
            while !server.requests.contains(where: { $0.line.hasPrefix("GET") }), .now < limit {
                try await Task.sleep(for: .milliseconds(5))
            }
            kill(process, signal)
        }
        #expect(outcome.status == 130)
        #expect(outcome.errors.contains("was deleted"))
        #expect(server.requests.last?.line == "DELETE /api/admin/branches/x HTTP/1.1")
    }

    @Test func `url prints the URL and nothing else`() async throws {
        let server = try TinyHTTPServer { request in
            let url = request.line.contains("password=true") ? "postgresql://u:p@h/d" : "postgresql://u@h/d"
            return TinyHTTPServer.Response(
                body: "{\"url\":\"\(url)\",\"host\":\"h\",\"port\":1,\"database\":\"d\",\"user\":\"u\"}")
        }
        defer { server.stop() }
        let plain = try await AybProgram.run(["branch", "url", "x", "--url", server.url], in: directory)
        #expect(plain.output == "postgresql://u@h/d\n")
        #expect(plain.errors.isEmpty)
        let whole = try await AybProgram.run(["branch", "url", "x", "--password", "--url", server.url], in: directory)
        #expect(whole.output == "postgresql://u:p@h/d\n")
    }

    @Test func `a key comes from its file and goes out as a bearer token`() async throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(body: "{\"branches\":[]}") }
        defer { server.stop() }
        let file = try directory.write("key", "the-key\n")
        let outcome = try await AybProgram.run(
            ["branch", "list", "--url", server.url, "--api-key-file", file, "--output", "json"], in: directory)
        #expect(outcome.status == 0)
        #expect(outcome.output.filter { !$0.isWhitespace } == "[]")
        #expect(server.requests.first?.headers["authorization"] == "Bearer the-key")
    }

    @Test func `what a terminal would obey is escaped in errors, and in JSON with the same value`() async throws {
        let evil = "a\u{9B}2J\u{7F}\u{85}\u{2028}\u{202E}b\u{2066}\u{FEFF}"
        let record = Self.record("failed", error: ",\"error_message\":\"\(evil)\"")
        let server = try TinyHTTPServer { request in
            request.line.hasPrefix("GET")
                ? TinyHTTPServer.Response(body: record)
                : TinyHTTPServer.Response(
                    status: 409,
                    body: "{\"code\":\"branch_exists\",\"title\":\"t\",\"status\":409,\"detail\":\"\(evil)\"}")
        }
        defer { server.stop() }
        let shown = try await AybProgram.run(["branch", "get", "x", "-o", "json", "--url", server.url], in: directory)
        #expect(shown.status == 0)
        #expect(shown.output.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || $0 == "\n" })
        #expect(shown.output.contains(#"a\u009b2J\u007f\u0085\u2028\u202eb\u2066\ufeff"#))
        let branch = try APICoder.decoder().decode(Branch.self, from: Data(shown.output.utf8))
        #expect(branch.errorMessage == evil)
        let refused = try await AybProgram.run(["branch", "create", "x", "--url", server.url], in: directory)
        #expect(refused.status == 6)
        #expect(refused.errors.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || $0 == "\n" })
    }

    @Test func `what a terminal would obey is escaped in the name or content of a file`() async throws {
        let named = try directory.write("a\u{9B}\u{202E}b/ayb.toml", "[server]\n\"x\u{202E}\u{9B}y\" = 1\n")
        let outcome = try await AybProgram.run(["branch", "list", "--config", named], in: directory)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("a\\u{9b}\\u{202e}b/ayb.toml"))
        #expect(outcome.errors.contains("server.x\\u{202e}\\u{9b}y"))
        #expect(outcome.errors.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || $0 == "\n" })
    }

    @Test func `a running local server is used, with its own key`() async throws {
        let home = try AybHome(process: directory.process(["AYB_HOME": directory.path + "/h"]))
        try home.prepare()
        try directory.write("h/admin.key", "ayb_0123456789abcdef\n")
        let server = try TinyHTTPServer(path: home.socket) { _ in
            TinyHTTPServer.Response(body: "{\"branches\":[\(Self.record("ready"))]}")
        }
        defer { server.stop() }
        let outcome = try await AybProgram.run(["branch", "list"], in: directory)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("NAME"))
        #expect(server.requests.first?.headers["authorization"] == "Bearer ayb_0123456789abcdef")
    }

    @Test func `status and stop start nothing`() async throws {
        #expect(try await AybProgram.run(["status"], in: directory).status == 7)
        #expect(try await AybProgram.run(["stop"], in: directory).status == 0)
        #expect(!FileManager.default.fileExists(atPath: directory.path + "/h"))
    }
}
