import AybConfiguration
import BranchingCore
import Glibc
import Testing

@testable import ayb

@Suite struct KeySourceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func choose(
        _ environment: [String: String] = [:], keyFlag: String? = nil, url: String? = nil, config: String? = nil
    ) throws -> KeySource {
        let process = directory.process(environment.merging(["AYB_HOME": directory.path + "/h"]) { $1 })
        let configuration = try Configuration.load(
            flags: [
                ConfigurationFlag(.cliAPIKeyFile, "--api-key-file", keyFlag), ConfigurationFlag(.cliURL, "--url", url),
            ], path: config, process: process)
        let target = try Target.resolve(configuration, home: AybHome(process: process))
        return try KeySource.choose(for: target, configuration)
    }

    @Test func `an error can say which setting chose the key`() throws {
        let process = directory.process(["AYB_HOME": directory.path + "/h", "AYB_API_KEY": "k"])
        let configuration = try Configuration.load(process: process)
        #expect(KeySource.value(Secret("k")).origin(configuration) == "AYB_API_KEY")
        let flag = ConfigurationFlag(.cliAPIKeyFile, "--api-key-file", "/key")
        let named = try Configuration.load(flags: [flag], process: process)
        #expect(KeySource.file("/key").origin(named) == "--api-key-file: /key")
        #expect(KeySource.none.origin(configuration) == nil)
    }

    @Test func `the flag is first, then the environment, then the file`() throws {
        try directory.write("home/.config/ayb/ayb.toml", "[cli]\napi_key_file = \"/file\"\n")
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

    @Test func `no key goes to a URL from a file in the working directory before it is trusted`() throws {
        let file = try directory.write("ayb.toml", "[cli]\nurl = \"http://h\"\n")
        let key = ["AYB_API_KEY": "k"]
        let error = try #require(throws: ClientError.self) { try choose(key) }
        #expect(error.status == .authentication)
        #expect(error.message.contains(file))
        #expect(error.message.contains("ayb trust"))
        #expect(throws: ClientError.self) { try choose(keyFlag: "/flag") }
        #expect(try choose() == .none)
        #expect(try choose(key, config: "ayb.toml") == .value(Secret("k")))
        #expect(try choose(key, url: "http://mine") == .value(Secret("k")))
        try directory.trust(file)
        #expect(try choose(key) == .value(Secret("k")))
    }
}
