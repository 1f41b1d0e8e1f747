import AybConfiguration
import BranchingCore
import Foundation
import Testing

@Suite struct AdminTokenTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func load(_ environment: [String: String] = [:]) throws -> Secret {
        let process = directory.process(environment.merging(["AYB_HOME": directory.path + "/h"]) { $1 })
        return try AdminToken.load(try Configuration.load(process: process), home: AybHome(process: process))
    }

    @Test func `a token is generated once, long and for the user alone`() throws {
        let token = try load()
        #expect(token.reveal().hasPrefix("ayb_"))
        #expect(token.reveal().count == 47)
        #expect(try load() == token)
        var status = stat()
        #expect(stat(directory.path + "/h/admin.key", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path + "/h").sorted() == ["admin.key", "run"])
    }

    @Test func `starts at once agree on one token`() async throws {
        let tokens = try await withThrowingTaskGroup(of: Secret.self) { group in
            for _ in 0..<16 { group.addTask { try load() } }
            return try await group.reduce(into: Set<Secret>()) { $0.insert($1) }
        }
        #expect(tokens.count == 1)
    }

    @Test func `a configured token wins, also from a file`() throws {
        #expect(try load(["AYB_ADMIN_TOKEN": "0123456789abcdef"]).reveal() == "0123456789abcdef")
        let file = try directory.write("token", "fedcba9876543210\n", permissions: 0o444)
        #expect(try load(["AYB_ADMIN_TOKEN_FILE": file]).reveal() == "fedcba9876543210")
    }

    @Test(arguments: ["", "\n", "two words of text", "0123456789abcdef\nmore"])
    func `a token file that does not hold one key is refused`(text: String) throws {
        let file = try directory.write("token", text)
        #expect(throws: ConfigurationError.self) { try load(["AYB_ADMIN_TOKEN_FILE": file]) }
    }

    @Test func `a short token is refused, without being shown`() throws {
        let error = try #require(throws: ConfigurationError.self) { try load(["AYB_ADMIN_TOKEN": "hunter2hunter22"]) }
        #expect(error.description.contains("AYB_ADMIN_TOKEN"))
        #expect(error.description.contains("16"))
        #expect(!error.description.contains("hunter2"))
    }

    @Test func `a generated key that others can read is refused`() throws {
        _ = try load()
        chmod(directory.path + "/h/admin.key", 0o644)
        let error = try #require(throws: ConfigurationError.self) { try load() }
        #expect(error.description.contains("chmod 600"))
    }
}
