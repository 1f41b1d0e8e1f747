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
        #expect(try load(["AYB_ADMIN_TOKEN": "0b1a23c4d5968f7e"]).reveal() == "0b1a23c4d5968f7e")
        let file = try directory.write("token", "f7e0d5c4b3a29681\n", permissions: 0o444)
        #expect(try load(["AYB_ADMIN_TOKEN_FILE": file]).reveal() == "f7e0d5c4b3a29681")
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

    @Test(arguments: [
        "aaaaaaaaaaaaaaaa", "AAAAaaaaAAAAaaaa", "abababababababab", "1234123412341234", "0000000000000001",
        "abc1234abc1234abc1234",
        "abcdefghijklmnop", "0123456789abcdef", "zyxwvutsrqponmlkj", "1234567890123456",
        "................................",
        "----------------x", "passworpassworpasswor",
    ])
    func `a token that is a repetition or a row is refused`(token: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try load(["AYB_ADMIN_TOKEN": token]) }
        #expect(error.description.contains("easy to guess") && error.description.contains("openssl rand"))
        #expect(!error.description.contains(token))
    }

    @Test(arguments: [
        "9f86d081884c7d65", "a-token-of-the-tests", "correct horse battery", "Zm9vYmFyYmF6cXV4",
        "123e4567-e89b-12d3-a456-426614174000",
    ])
    func `a token with some chance in it is taken`(token: String) throws {
        #expect(try load(["AYB_ADMIN_TOKEN": token]).reveal() == token)
    }

    @Test func `random tokens are taken`() throws {
        for _ in 0..<200 {
            let token = (0..<16).map { _ in String(UInt8.random(in: 0...255), radix: 16) }.joined()
            #expect(try load(["AYB_ADMIN_TOKEN": token + "0123"]).reveal() == token + "0123")
        }
    }

    @Test func `a generated key that others can read is refused`() throws {
        _ = try load()
        chmod(directory.path + "/h/admin.key", 0o644)
        let error = try #require(throws: ConfigurationError.self) { try load() }
        #expect(error.description.contains("chmod 600"))
    }
}
