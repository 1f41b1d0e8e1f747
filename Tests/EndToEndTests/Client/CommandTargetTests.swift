import Foundation
import TestSupport
import Testing

/// Where a command goes, and what it sends.
@Suite(.timeLimit(.minutes(5))) struct CommandTargetTests {
    @Test func `a flag wins over the environment, that over the file, that over the local server`() async throws {
        try await ClientServer.run { remote in
            let sandbox = remote.client
            #expect(try await sandbox.ayb("start").status == 0)
            func server(_ arguments: [String], _ environment: [String: String]) async throws -> String {
                let outcome = try await sandbox.ayb(["status"] + arguments, environment: environment)
                return String(outcome.output.split(separator: "\n").first?.dropFirst(8).drop { $0 == " " } ?? "")
            }
            let nowhere = "http://127.0.0.1:1"
            let local = "unix://" + sandbox.socket
            let key = ["AYB_API_KEY": remote.key]
            #expect(try await server([], [:]) == local)
            try sandbox.write("ayb.toml", "[cli]\nurl = \"\(remote.url)\"\n")
            #expect(try await sandbox.ayb("trust").status == 0)
            #expect(try await server([], key) == remote.url)
            try sandbox.write("ayb.toml", "[cli]\nurl = \"\(nowhere)\"\n")
            #expect(try await server([], key.merging(["AYB_URL": remote.url]) { $1 }) == remote.url)
            #expect(try await server(["--url", remote.url], key.merging(["AYB_URL": nowhere]) { $1 }) == remote.url)
        }
    }

    @Test func `a server and a database at once is wrong usage`() async throws {
        try await ClientSandbox.run { sandbox in
            let outcome = try await sandbox.ayb(
                "branch", "list", "--url", "http://127.0.0.1:1", "--database-url", "postgresql://h/d")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("one of them"))
        }
    }

    @Test func `a wrong configuration is reported with file and line`() async throws {
        try await ClientSandbox.run { sandbox in
            let file = try sandbox.write("wrong.toml", "[server]\nprot = 1\n")
            let unknown = try await sandbox.ayb("branch", "list", "--config", file)
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("\(file), line 2: unknown key 'server.prot'"))
            for path in [sandbox.directory, "/missing.toml", ""] {
                let outcome = try await sandbox.ayb("branch", "list", "--config", path)
                #expect(outcome.status == 2, "--config '\(path)'")
            }
        }
    }
}
