import AybConfiguration
import BranchingCore
import Testing

@testable import ayb

@Suite struct TargetTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func resolve(
        url: String? = nil, database: String? = nil, environment: [String: String] = [:], file: String? = nil
    ) throws -> Target {
        if let file { try directory.write("home/.config/ayb/ayb.toml", file) }
        let process = directory.process(environment.merging(["AYB_HOME": "/home-of-ayb"]) { $1 })
        let configuration = try Configuration.load(
            flags: [
                ConfigurationFlag(.cliURL, "--url", url), ConfigurationFlag(.databaseURL, "--database-url", database),
            ], process: process)
        return try Target.resolve(configuration, home: AybHome(process: process))
    }

    private static let bothInFile = "[cli]\nurl = \"http://file\"\n[database]\nurl = \"postgresql://file\"\n"
    private static let bothInEnvironment = ["AYB_URL": "http://env", "AYB_DATABASE_URL": "postgresql://env"]

    @Test func `a flag is first`() throws {
        let server = try resolve(url: "http://flag", environment: Self.bothInEnvironment, file: Self.bothInFile)
        #expect(server == .server(.url("http://flag"), from: .flag("--url")))
        let database = try resolve(database: "postgresql://flag", environment: Self.bothInEnvironment)
        #expect(database == .database(Secret("postgresql://flag"), from: .flag("--database-url")))
    }

    @Test func `the environment is second, a server before a database`() throws {
        let server = try resolve(environment: Self.bothInEnvironment, file: Self.bothInFile)
        #expect(server == .server(.url("http://env"), from: .environment(variable: "AYB_URL")))
        let database = try resolve(environment: ["AYB_DATABASE_URL": "postgresql://env"], file: Self.bothInFile)
        #expect(
            database == .database(Secret("postgresql://env"), from: .environment(variable: "AYB_DATABASE_URL")))
    }

    @Test func `the file is third, a server before a database`() throws {
        guard case .server(.url("http://file"), from: .file) = try resolve(file: Self.bothInFile) else {
            Issue.record("not the server of the file")
            return
        }
        guard case .database(let url, from: .file) = try resolve(file: "[database]\nurl = \"postgresql://file\"\n")
        else {
            Issue.record("not the database of the file")
            return
        }
        #expect(url.reveal() == "postgresql://file")
    }

    @Test func `the local server is last`() throws {
        #expect(try resolve() == .local(socket: "/home-of-ayb/run/ayb.sock", from: .standard))
        #expect(
            try resolve(environment: ["AYB_SERVER_SOCKET": "/s"])
                == .local(socket: "/s", from: .environment(variable: "AYB_SERVER_SOCKET")))
    }

    @Test func `both flags are wrong usage`() throws {
        let error = try #require(throws: ClientError.self) {
            try resolve(url: "http://flag", database: "postgresql://flag")
        }
        #expect(error.status == .usage)
    }

    @Test(arguments: [
        ("http://h:1/", "http://h:1", ServerAddress.url("http://h:1")),
        ("https://h/base//", "https://h/base", .url("https://h/base")),
        ("unix:///tmp/s", "unix:///tmp/s", .socket("/tmp/s")), ("unix:/tmp/s", "unix:///tmp/s", .socket("/tmp/s")),
    ])
    func `an address is read`(text: String, written: String, address: ServerAddress) throws {
        let parsed = try ServerAddress(parsing: text, from: "--url")
        #expect(parsed == address)
        #expect(parsed.description == written)
    }

    @Test(arguments: [
        "", "h:80", "ftp://h", "file:///etc/passwd", "unix://relative", "http://u:hunter2@h", "http://h/?k=hunter2",
        "http://h/#hunter2", "postgresql://u:hunter2@h/d", "http://",
    ])
    func `another address is refused, and not repeated`(text: String) throws {
        let error = try #require(throws: ClientError.self) { try ServerAddress(parsing: text, from: "--url") }
        #expect(error.status == .usage)
        #expect(!error.message.contains("hunter2"))
    }

    @Test(arguments: [
        ("http://127.0.0.1:80", true, false), ("http://localhost", true, false), ("http://[::1]:1", true, false),
        ("http://127.evil.example", false, true), ("http://h", false, true), ("https://h", false, false),
        ("unix:///s", true, false),
    ])
    func `what stays on this machine and what travels in the clear is known`(
        text: String, isLocal: Bool, isPlainText: Bool
    ) throws {
        let address = try ServerAddress(parsing: text, from: "--url")
        #expect(address.isLocal == isLocal)
        #expect(address.isPlainText == isPlainText)
    }
}
