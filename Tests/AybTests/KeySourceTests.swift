import AybConfiguration
import BranchingCore
import Glibc
import Testing

@testable import ayb

@Suite struct KeySourceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func choose(
        _ environment: [String: String] = [:], keyFlag: String? = nil, url: String? = nil, config: String? = nil,
        user: UInt32 = geteuid()
    ) throws -> KeySource {
        let process = directory.process(environment.merging(["AYB_HOME": "/home-of-ayb"]) { $1 })
        let configuration = try Configuration.load(
            flags: [
                ConfigurationFlag(.cliAPIKeyFile, "--api-key-file", keyFlag), ConfigurationFlag(.cliURL, "--url", url),
            ], path: config, process: process)
        let target = try Target.resolve(configuration, home: AybHome(process: process))
        return try KeySource.choose(for: target, configuration, user: user)
    }

    @Test func `the flag is first, then the environment, then the file`() throws {
        try directory.write("ayb.toml", "[cli]\napi_key_file = \"/file\"\n")
        let key = ["AYB_API_KEY": "k"]
        #expect(try choose(key, keyFlag: "/flag", url: "http://h") == .file("/flag"))
        #expect(try choose(key, url: "http://h") == .value(Secret("k")))
        #expect(try choose(url: "http://h") == .file("/file"))
    }

    @Test func `the local server's key is for the local server only`() throws {
        #expect(try choose() == .localServer)
        #expect(try choose(url: "http://127.0.0.1:8090") == .none)
        #expect(try choose(url: "unix:///tmp/other.sock") == .none)
        #expect(try choose(["AYB_DATABASE_URL": "postgresql://h/d", "AYB_API_KEY": "k"]) == .none)
    }

    @Test(
        arguments: [
            (0o600, 0, true), (0o644, 0, true), (0o664, 0, false), (0o646, 0, false), (0o666, 0, false),
            (0o644, 12345, false),
            (0o600, 12345, false),
        ] as [(mode_t, UInt32, Bool)])
    func `no key goes to a URL from a file in the working directory that others can write`(
        permissions: mode_t, owner: UInt32, isSent: Bool
    ) throws {
        let file = try directory.write("ayb.toml", "[cli]\nurl = \"http://h\"\n", permissions: permissions)
        if owner != 0 {
            // Only root can give a file away; the rest of the table holds for everybody.
            guard geteuid() == 0 else { return }
            #expect(chown(file, owner, owner) == 0)
        }
        if isSent {
            #expect(try choose(["AYB_API_KEY": "k"]) == .value(Secret("k")))
        } else {
            let error = try #require(throws: ClientError.self) { try choose(["AYB_API_KEY": "k"]) }
            #expect(error.status == .authentication)
            #expect(error.message.contains(file))
            #expect(try choose() == .none)
            #expect(try choose(["AYB_API_KEY": "k"], config: "ayb.toml") == .value(Secret("k")))
            #expect(try choose(["AYB_API_KEY": "k"], url: "http://mine") == .value(Secret("k")))
        }
    }

    @Test func `the local key does not go to a socket that such a file names`() throws {
        try directory.write("ayb.toml", "[server]\nsocket = \"/tmp/evil.sock\"\n", permissions: 0o666)
        let error = try #require(throws: ClientError.self) { try choose() }
        #expect(error.status == .authentication)
    }

    @Test func `a file of another user does not count as ours`() throws {
        try directory.write("ayb.toml", "[cli]\nurl = \"http://h\"\n")
        guard geteuid() != 0 else { return }
        #expect(throws: ClientError.self) { try choose(["AYB_API_KEY": "k"], user: geteuid() + 1) }
    }
}
