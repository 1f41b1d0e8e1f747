import AybConfiguration
import Foundation
import Testing

/// What an ayb.toml that nobody named may set.
@Suite struct WorkingDirectoryFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func load(path: String? = nil, _ environment: [String: String] = [:]) throws -> Configuration {
        try Configuration.load(
            path: path, process: directory.process(["AYB_HOME": directory.path + "/h"].merging(environment) { $1 }))
    }

    /// A line for every key that may be in a file.
    private static let lines: [(ConfigurationKey, String)] = ConfigurationKey.allCases.filter(\.isAllowedInFile).map {
        let value =
            switch $0.definition.kind {
            case _ where $0 == .metricsListen: "\"127.0.0.1:9090\""
            case .text, .secret, .path, .identifier, .dashboardPath: "\"/sixteen-characters\""
            case .number(let range): "\(range.upperBound)"
            case .flag: "true"
            case .choice(let words): "\"\(words[0])\""
            }
        return ($0, "[\($0.section)]\n\($0.name) = \(value)\n")
    }

    @Test func `only a URL and how it is printed count in a file that nobody trusted`() throws {
        // TLS needs both files or none; the other one comes from a variable, which overrides nothing here.
        let pair = ["AYB_SERVER_TLS_CERTIFICATE": "/c", "AYB_SERVER_TLS_KEY": "/k"]
        for (key, text) in Self.lines {
            let other = pair.filter { $0.key != key.variables[0] && key.section == "server.tls" }
            let file = try directory.write("ayb.toml", text)
            if [.cliURL, .cliOutput].contains(key) {
                guard case .file = try load().origin(key) else {
                    Issue.record("\(key.rawValue) does not count")
                    continue
                }
            } else {
                let error = try #require(throws: ConfigurationError.self, "\(key.rawValue)") { try load() }
                #expect(error.place == file)
                #expect(error.line == 2)
                for words in ["'\(key.rawValue)'", "ayb trust", "--config"] { #expect(error.reason.contains(words)) }
            }
            // All of it counts if somebody names the file, in whichever way.
            #expect(throws: Never.self) {
                for named in [try load(path: "ayb.toml", other), try load(other.merging(["AYB_CONFIG": file]) { $1 })] {
                    guard case .file = named.origin(key) else { throw CocoaError(.fileReadUnknown) }
                }
            }
        }
    }

    @Test func `all keys that need trust are reported at once`() throws {
        try directory.write(
            "ayb.toml", "[cli]\noutput = \"json\"\n[database]\nurl = \"postgresql://h/d\"\nbin_dir = \"b\"\n")
        let error = try #require(throws: ConfigurationError.self) { try load() }
        #expect(error.reason.hasPrefix("'database.bin_dir', 'database.url' count only after"))
        #expect(error.line == 4)
    }

    @Test func `a trusted file counts until it changes, or the trust is taken back`() throws {
        let text = "[server]\nport = 1234\n"
        let file = try directory.write("ayb.toml", text)
        try directory.trust(file)
        #expect(try load().server.port == 1234)
        try directory.write("ayb.toml", text + "#\n")
        #expect(throws: ConfigurationError.self) { try load() }
        try directory.write("ayb.toml", text)
        #expect(try load().server.port == 1234)
        let store = TrustStore(home: try AybHome(process: directory.process(["AYB_HOME": directory.path + "/h"])))
        #expect(try store.records().map(\.path) == [file])
        #expect(try store.revoke(file))
        #expect(try !store.revoke(file))
        #expect(throws: ConfigurationError.self) { try load() }
    }

    @Test func `trust is for the path: a copy elsewhere has none`() throws {
        let text = "[server]\nport = 1234\n"
        try directory.trust(try directory.write("other/ayb.toml", text))
        try directory.write("ayb.toml", text)
        #expect(throws: ConfigurationError.self) { try load() }
    }

    @Test func `records are for the user alone, and one that others can write is refused`() throws {
        let file = try directory.write("ayb.toml", "[server]\nport = 1234\n")
        try directory.trust(file)
        let trusted = directory.path + "/h/trusted"
        let record = try trusted + "/" + #require(FileManager.default.contentsOfDirectory(atPath: trusted).first)
        var status = stat()
        #expect(stat(record, &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o600)
        for place in [record, trusted, directory.path + "/h"] {
            #expect(stat(place, &status) == 0)
            #expect(chmod(place, 0o777) == 0)
            let error = try #require(throws: ConfigurationError.self, "\(place)") { try load() }
            #expect(error.reason.contains("chmod go-w \(place)"))
            #expect(chmod(place, status.st_mode & 0o777) == 0)
        }
        #expect(try load().server.port == 1234)
    }

    @Test(arguments: [nil, "ayb.toml"])
    func `a file that others can write is refused, trusted, named or not`(path: String?) throws {
        let file = try directory.write("ayb.toml", "[cli]\nurl = \"http://h\"\n")
        try directory.trust(file)
        #expect(try load(path: path).client.url == "http://h")
        for (place, mode) in [(file, 0o622), (file, 0o606), (directory.path, 0o777)] as [(String, mode_t)] {
            let before: mode_t = place == file ? 0o600 : 0o700
            #expect(chmod(place, mode) == 0)
            let error = try #require(throws: ConfigurationError.self) { try load(path: path) }
            #expect(error.place == file)
            #expect(error.reason.contains("nothing in this file is used"))
            #expect(error.reason.contains("chmod go-w \(place)"))
            #expect(chmod(place, before) == 0)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"), arguments: [nil, "ayb.toml"])
    func `a file that is another's is refused, even to root`(path: String?) throws {
        let file = try directory.write("ayb.toml", "[cli]\nurl = \"http://h\"\n")
        #expect(chown(file, 54_321, 54_321) == 0)
        let error = try #require(throws: ConfigurationError.self) { try load(path: path) }
        #expect(error.reason.contains("54321"))
        #expect(error.reason.contains("chown -h 0 \(file)"))
    }

    @Test func `a pipe in the working directory does not keep anybody waiting`() throws {
        #expect(mkfifo(directory.path + "/ayb.toml", 0o600) == 0)
        let error = try #require(throws: ConfigurationError.self) { try load() }
        #expect(error.reason.contains("not a regular file"))
    }

    @Test(arguments: ["home/.config/ayb", "etc", "h"])
    func `a directory for configuration does not count as a working directory`(name: String) throws {
        try directory.write(name + "/ayb.toml", "[server]\nport = 1234\n")
        var process = directory.process(["AYB_HOME": directory.path + "/h"])
        process.workingDirectory += "/" + name
        let configuration = try Configuration.load(process: process)
        #expect(configuration.server.port == 1234)
        #expect(configuration.file?.isTrusted == true)
    }
}
