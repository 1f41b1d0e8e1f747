import Foundation
import Testing

/// What the program says about itself.
@Suite(.timeLimit(.minutes(5))) struct HelpTests {
    @Test(arguments: [
        [], ["branch"], ["branch", "create"], ["branch", "list"], ["branch", "get"], ["branch", "url"],
        ["branch", "diff"], ["branch", "delete"], ["key"], ["key", "create"], ["key", "list"], ["key", "get"],
        ["key", "update"], ["key", "rotate"], ["key", "revoke"], ["whoami"], ["audit"], ["dashboard"], ["start"],
        ["stop"],
        ["status"], ["trust"], ["version"],
    ])
    func `the help of every command has examples`(command: [String]) async throws {
        try await ClientSandbox.run { sandbox in
            let help = try await sandbox.ayb(command + ["--help"])
            #expect(help.status == 0)
            #expect(help.errors.isEmpty)
            #expect(help.output.contains("EXAMPLES\n"))
            #expect(help.output.contains("ayb " + command.joined(separator: " ")))
            #expect(try await sandbox.ayb(["help"] + command).output == help.output)
        }
    }

    @Test func `the version is there for people and for programs`() async throws {
        try await ClientSandbox.run { sandbox in
            let text = try await sandbox.ayb("version").output
            let json = try await sandbox.ayb("version", "--output", "json")
            #expect(json.status == 0)
            let object = try JSONDecoder().decode([String: String].self, from: Data(json.output.utf8))
            #expect(text == "ayb \(object["version"] ?? "")\n")
            #expect(try await sandbox.ayb("--version").output == text)
        }
    }
}
