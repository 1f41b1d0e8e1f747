import AybConfiguration
import Foundation
import Testing

/// toml++ assumes that a section's name begins with a valid character, and aborts otherwise.
@Suite struct SectionNameTests {
    @Test(arguments: [
        ("[!]", 1), ("\n[=]\n", 2), ("[[[a]]]", 1), ("[[ .a ]]", 1), ("\t[ é ]", 1), ("\u{FEFF}[\u{1}]", 1),
        ("[server]\r\n[#]", 2), ("[ [a] ]", 1), ("[{}]", 1),
    ])
    func `a section whose name cannot be one is refused, with its line`(text: String, line: Int) throws {
        let error = try #require(throws: ConfigurationError.self) { try load(text) }
        #expect(error.line == line && !error.reason.isEmpty)
    }

    @Test(arguments: ["[", "[[", "[]", "[[]]", "[ ", "[\n]", "[\r]", "[\u{A0}]", "[\u{0}]"])
    func `one without a name is refused`(text: String) {
        #expect(throws: ConfigurationError.self) { try load(text) }
    }

    @Test func `names that can be are left to the reader of TOML`() throws {
        let configuration = try load("[\"server\"]\nport = 4000\n[ 'logging' ]\nlevel = 'debug'\n")
        #expect(configuration.server.port == 4000)
    }

    private func load(_ text: String) throws -> Configuration {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/ayb.toml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return try Configuration.load(path: path, process: directory.process([:]))
    }
}
