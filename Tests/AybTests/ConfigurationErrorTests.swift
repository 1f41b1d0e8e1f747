import AybConfiguration
import Testing

@Suite struct ConfigurationErrorTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// The file's text, the faulty line, and words that the error must have.
    @Test(arguments: [
        ("[server]\nport = 1\nprot = 2\n", 3, ["'server.prot'", "[server]", "port", "shutdown_timeout"]),
        ("[sever]\nport = 1\n", 1, ["'sever'", "server", "database"]),
        ("port = 1\n", 1, ["'port'"]),
        ("[server]\n\nport = \"80\"\n", 3, ["'server.port'", "whole number from 0 to 65535"]),
        ("[server]\nport = 65536\n", 2, ["'server.port'", "65535"]),
        ("[server]\nport = -1\n", 2, ["'server.port'"]),
        ("[server]\nport = 1.5\n", 2, ["'server.port'"]),
        ("[server]\nsocket = \"\"\n", 2, ["'server.socket'", "not empty"]),
        ("server = 1\n", 1, ["'server'", "section"]),
        ("[database]\nembedded = \"yes\"\n", 2, ["'database.embedded'", "true or false"]),
        ("[database]\nurl = 5\n", 2, ["'database.url'"]),
        ("[branching]\njobs = 0\n", 2, ["'branching.jobs'", "from 1 to 64"]),
        ("[branching]\ncontrol_database = [\"x\"]\n", 2, ["'branching.control_database'", "63"]),
        ("[logging]\nformat = \"xml\"\n", 2, ["'logging.format'", "'text', 'json'"]),
        ("[cli]\napi_key = \"0123456789abcdef\"\n", 2, ["'cli.api_key'", "api_key_file"]),
        ("[server.tls]\nca = \"x\"\n", 2, ["'server.tls.ca'", "certificate"]),
        ("[server]\nport = \n", 2, ["not TOML"]),
        ("[server]\nport = 1\nport = 2\n", 3, ["not TOML"]),
    ])
    func `a mistake in the file is reported with file, line, key and what is allowed`(
        text: String, line: Int, words: [String]
    ) throws {
        let file = try directory.write("ayb.toml", text)
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(process: directory.process())
        }
        #expect(error.description.hasPrefix("\(file), line \(line): "))
        for word in words { #expect(error.description.contains(word)) }
    }

    @Test(arguments: [
        ("AYB_SERVER_PORT", "eighty"), ("AYB_SERVER_PORT", "65536"), ("AYB_SERVER_PORT", "1 "),
        ("AYB_DATABASE_EMBEDDED", "maybe"), ("AYB_LOGGING_LEVEL", "loud"), ("AYB_BRANCHING_JOBS", "65"),
    ])
    func `a mistake in the environment is reported with the name of the variable`(variable: String, value: String)
        throws
    {
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(process: directory.process([variable: value]))
        }
        #expect(error.place == variable)
        #expect(error.reason.contains("allowed is"))
    }

    @Test func `a mistake in a flag is reported with the name of the flag`() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(
                flags: [ConfigurationFlag(.serverPort, "--port", "x")], process: directory.process())
        }
        #expect(error.place == "--port")
    }

    @Test func `no value is repeated in an error, since it may be a secret`() throws {
        try directory.write("ayb.toml", "[database]\nurl = [\"postgresql://u:hunter2@h/d\"]\n")
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(process: directory.process())
        }
        #expect(!error.description.contains("hunter2"))
    }

    @Test func `half of what TLS needs is refused`() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(process: directory.process(["AYB_SERVER_TLS_KEY": "/k"]))
        }
        #expect(error.description.contains("AYB_SERVER_TLS_KEY"))
        #expect(error.description.contains("server.tls.certificate"))
    }

    @Test func `a token and a token file from one place are refused`() throws {
        try directory.write("ayb.toml", "[admin]\ntoken = \"0123456789abcdef\"\ntoken_file = \"/t\"\n")
        #expect(throws: ConfigurationError.self) { try Configuration.load(process: directory.process()) }
    }

    @Test(arguments: ["missing.toml", "."])
    func `a file that was named and cannot be read is an error`(path: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(path: path, process: directory.process())
        }
        #expect(error.description.contains(directory.path))
    }

    @Test func `a file with a NUL byte is refused, since the parser would stop there`() throws {
        try directory.write("ayb.toml", "[server]\n\0port = 1\n")
        #expect(throws: ConfigurationError.self) { try Configuration.load(process: directory.process()) }
    }

    @Test func `a name in quotes with a dot in it is not a known key`() throws {
        let file = try directory.write("ayb.toml", "\"server.port\" = 1\n")
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(path: file, process: directory.process())
        }
        #expect(error.description.contains("server.port"))
    }

    /// The deepest nesting that fits into 1 MB, in each way that TOML has; the parser must survive on a thread's stack.
    @Test(arguments: [
        ("a", ".a", " = 1\n"), ("[a", ".a", "]\n"), ("[[a", ".a", "]]\n"), ("a = {a", ".a", " = 1}\n"),
        ("a = ", "[", "\n"),
        ("a = ", "{a=", "\n"), ("", "[[a]]\n", ""), ("[server]\nport = ", "9", "\n"), ("", "a.b.c.d.e.f.g.h = 1\n", ""),
    ])
    func `what is nested without end is refused by name`(start: String, middle: String, end: String) throws {
        let count = (1_000_000 - start.utf8.count - end.utf8.count) / middle.utf8.count
        let file = try directory.write("deep.toml", start + String(repeating: middle, count: min(count, 300_000)) + end)
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.load(path: file, process: directory.process())
        }
        #expect(error.place == file)
    }
}
