import AybConfiguration
import BranchingCore
import Testing

@Suite struct ConfigurationPrecedenceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// Whether each place sets the port, and the resulting port.
    @Test(arguments: [
        (false, false, false, 8090), (true, false, false, 1001), (false, true, false, 1002), (true, true, false, 1002),
        (false, false, true, 1003), (true, false, true, 1003), (false, true, true, 1003), (true, true, true, 1003),
    ])
    func `a flag wins over the environment, the environment over the file, the file over the default`(
        file: Bool, environment: Bool, flag: Bool, port: Int
    ) throws {
        if file { try directory.write("home/.config/ayb/ayb.toml", "[server]\nport = 1001\n") }
        let configuration = try Configuration.load(
            flags: [ConfigurationFlag(.serverPort, "--port", flag ? "1003" : nil)],
            process: directory.process(environment ? ["AYB_SERVER_PORT": "1002"] : [:]))
        #expect(configuration.server.port == port)
        #expect(configuration.origin(.serverPort).rank == (flag ? 3 : environment ? 2 : file ? 1 : 0))
    }

    @Test func `everything has its default where nothing is set`() throws {
        let configuration = try Configuration.load(process: directory.process())
        #expect(configuration.server.host == "127.0.0.1")
        #expect(configuration.server.listensOnTCP)
        #expect(configuration.server.socket == nil)
        #expect(configuration.server.bodyLimit == 1_048_576)
        #expect(configuration.server.tls == nil)
        #expect(configuration.database.url == nil)
        #expect(configuration.database.embedded)
        #expect(configuration.branching.enabled)
        #expect(configuration.branching.controlDatabase == "ayb_control")
        #expect(configuration.admin == .generated)
        #expect(configuration.logging.level == "info")
        #expect(configuration.logging.format == .text)
        #expect(configuration.client.output == "table")
        #expect(configuration.file == nil)
        #expect(configuration.warnings.isEmpty)
    }

    @Test func `every key of the file reaches its place`() throws {
        try directory.write(
            "conf/ayb.toml",
            """
            [server]
            host = "::1"
            port = 9000
            socket = "run/a.sock"
            body_limit = 2048
            shutdown_timeout = 5
            tls = { certificate = "/c.pem", key = "k.pem" }
            [database]
            url = "postgresql://u:p%40@h/d"
            embedded = false
            embedded_data_dir = "data"
            bin_dir = "/opt/pg/bin"
            [branching]
            enabled = false
            control_database = "control"
            jobs = 3
            max_concurrent = 2
            pg_dump_path = "/opt/pg_dump"
            psql_path = "/opt/psql"
            [admin]
            token = "0123456789abcdef"
            [logging]
            level = "debug"
            format = "json"
            [cli]
            url = "https://h"
            api_key_file = "key"
            output = "json"
            """)
        let configuration = try Configuration.load(path: "conf/ayb.toml", process: directory.process())
        #expect(configuration.server.host == "::1")
        #expect(configuration.server.socket == directory.path + "/conf/run/a.sock")
        #expect(configuration.server.bodyLimit == 2048)
        #expect(configuration.server.shutdownTimeout == 5)
        #expect(configuration.server.tls?.certificate == "/c.pem")
        #expect(configuration.server.tls?.key == directory.path + "/conf/k.pem")
        #expect(configuration.database.url?.reveal() == "postgresql://u:p%40@h/d")
        #expect(!configuration.database.embedded)
        #expect(configuration.database.embeddedDataDirectory == directory.path + "/conf/data")
        #expect(configuration.database.binDirectory == "/opt/pg/bin")
        #expect(!configuration.branching.enabled)
        #expect(configuration.branching.controlDatabase == "control")
        #expect(configuration.branching.jobs == 3)
        #expect(configuration.branching.maxConcurrent == 2)
        #expect(configuration.branching.pgDumpPath == "/opt/pg_dump")
        #expect(configuration.branching.psqlPath == "/opt/psql")
        #expect(configuration.logging.level == "debug")
        #expect(configuration.logging.format == .json)
        #expect(configuration.client.url == "https://h")
        #expect(configuration.client.apiKeyFile == directory.path + "/conf/key")
        #expect(configuration.client.output == "json")
        guard case .token(let token) = configuration.admin else {
            Issue.record("the token was not taken")
            return
        }
        #expect(token.reveal() == "0123456789abcdef")
    }

    @Test(arguments: [
        (["AYB_URL": "http://a"], "http://a"), (["AYB_CLI_URL": "http://b"], "http://b"),
        (["AYB_URL": "http://a", "AYB_CLI_URL": "http://b"], "http://a"), (["AYB_URL": ""], nil),
    ])
    func `the short variable wins over the long one, and an empty one counts as not set`(
        environment: [String: String], url: String?
    ) throws {
        #expect(try Configuration.load(process: directory.process(environment)).client.url == url)
    }

    @Test func `an empty host means no TCP`() throws {
        let configuration = try Configuration.load(process: directory.process(["AYB_SERVER_HOST": ""]))
        #expect(configuration.server.host.isEmpty)
        #expect(!configuration.server.listensOnTCP)
    }

    @Test func `of a token and a token file the one nearer to the command wins`() throws {
        try directory.write("home/.config/ayb/ayb.toml", "[admin]\ntoken = \"0123456789abcdef\"\n")
        let configuration = try Configuration.load(process: directory.process(["AYB_ADMIN_TOKEN_FILE": "/t"]))
        #expect(configuration.admin == .file("/t"))
    }

    @Test func `the first file that is there is the only one read`() throws {
        try directory.write("etc/ayb.toml", "[server]\nport = 1\n")
        #expect(try Configuration.load(process: directory.process()).server.port == 1)
        try directory.write("home/.config/ayb/ayb.toml", "[server]\nport = 2\n")
        #expect(try Configuration.load(process: directory.process()).server.port == 2)
        try directory.write("xdg/ayb/ayb.toml", "[server]\nport = 3\n")
        let xdg = ["XDG_CONFIG_HOME": directory.path + "/xdg"]
        #expect(try Configuration.load(process: directory.process(xdg)).server.port == 3)
        try directory.write("ayb.toml", "[cli]\nurl = \"http://here\"\n")
        let here = try Configuration.load(process: directory.process(xdg))
        #expect(here.client.url == "http://here")
        #expect(here.server.port == 8090)
        #expect(here.file?.isFromWorkingDirectory == true)
        let variable = directory.process(xdg.merging(["AYB_CONFIG": "etc/ayb.toml"]) { $1 })
        #expect(try Configuration.load(process: variable).server.port == 1)
        let flag = try Configuration.load(path: "home/.config/ayb/ayb.toml", process: variable)
        #expect(flag.server.port == 2)
        #expect(flag.file?.isFromWorkingDirectory == false)
    }

    @Test func `an unknown variable of ours is tolerated with a warning`() throws {
        let configuration = try Configuration.load(process: directory.process(["AYB_SERVER_PROT": "1"]))
        #expect(configuration.warnings.count == 1)
        #expect(configuration.warnings.first?.contains("AYB_SERVER_PROT") == true)
    }

    @Test func `every variable name belongs to one key`() {
        let names = ConfigurationKey.allCases.flatMap(\.variables)
        #expect(Set(names).count == names.count)
        #expect(ConfigurationKey.tlsCertificate.variables == ["AYB_SERVER_TLS_CERTIFICATE"])
        #expect(ConfigurationKey.databaseURL.variables == ["AYB_DATABASE_URL"])
        #expect(ConfigurationKey.adminToken.variables == ["AYB_ADMIN_TOKEN"])
    }
}
