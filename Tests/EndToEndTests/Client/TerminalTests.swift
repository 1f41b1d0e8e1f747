import BranchingCore
import Foundation
import TestSupport
import Testing

/// What a person at a terminal sees.
@Suite(.timeLimit(.minutes(5))) struct TerminalTests {
    @Test func `a line shows how far a create is, and is erased in the end`() async throws {
        try await ClientServer.run(source: LargeSource.statements) { server in
            let name = server.name("seen")
            let seen = try await server.client.terminal(
                "\"$AYB\" branch create \(name) --strategy dump > record", environment: server.environment)
            #expect(seen.status == 0)
            let frames = seen.output.components(separatedBy: "\r\u{1B}[2K")
            #expect(frames.contains { $0.contains("copying") && $0.contains(" MB of ") })
            #expect(frames.last?.hasPrefix("The branch '\(name)' is ready.") == true)
            let record = try String(contentsOfFile: server.client.directory + "/record", encoding: .utf8)
            #expect(record.hasPrefix("Name:"))
            #expect(!record.contains("\u{1B}"))
        }
    }

    @Test(arguments: [["TERM": "dumb"], ["QUIET": "--quiet"]])
    func `a terminal that cannot erase, and a quiet command, show no line`(environment: [String: String]) async throws {
        try await ClientServer.run { server in
            let seen = try await server.client.terminal(
                "\"$AYB\" branch create \(server.name("plain")) --strategy dump $QUIET",
                environment: server.environment.merging(environment) { $1 })
            #expect(seen.status == 0)
            #expect(!seen.output.contains("\u{1B}"))
        }
    }

    @Test func `without colour the line is there, without a code of colour`() async throws {
        try await ClientServer.run { server in
            let seen = try await server.client.terminal(
                "\"$AYB\" branch create \(server.name("grey")) --strategy dump",
                environment: server.environment.merging(["NO_COLOR": "1"]) { $1 })
            #expect(seen.output.contains("\u{1B}[2K"))
            #expect(!seen.output.contains("\u{1B}[36m"))
        }
    }

    @Test func `in a pipe there is neither progress nor colour`() async throws {
        try await ClientServer.run { server in
            let created = try await server.ayb("branch", "create", server.name("piped"), "--strategy", "dump")
            #expect(created.status == 0)
            #expect(!(created.output + created.errors).contains { $0 == "\u{1B}" || $0 == "\r" })
        }
    }

    @Test(arguments: [("n", 3 as Int32), ("", 3), ("maybe", 3), ("y", 0), ("Yes", 0)])
    func `delete asks, and only a yes deletes`(answer: String, status: Int32) async throws {
        try await ClientServer.run { server in
            let name = server.name("asked")
            #expect(try await server.ayb("branch", "create", name).status == 0)
            let asked = try await server.client.terminal(
                "\"$AYB\" branch delete \(name)", input: answer + "\n", environment: server.environment)
            #expect(asked.status == status)
            #expect(asked.output.contains("Delete the branch '\(name)'"))
            #expect(try await server.ayb("branch", "get", name).status == (status == 0 ? 5 : 0))
        }
    }

    @Test func `a reader that has gone is not an error, a full disk is`() async throws {
        try await ClientServer.run { server in
            let gone = try await server.client.shell(
                "\"$AYB\" branch list -o json | head -0; echo ${PIPESTATUS[0]}", environment: server.environment)
            #expect(gone.output == "0\n")
            #expect(gone.errors.isEmpty)
            let full = try await server.client.shell(
                "\"$AYB\" branch list -o json > /dev/full", environment: server.environment)
            #expect(full.status == 1)
            #expect(full.errors.contains("No space left"))
        }
    }
}
