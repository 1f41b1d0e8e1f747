import BranchingCore
import SystemPackage
import Testing

@testable import PostgresTools

@Suite struct ToolEnvironmentTests {
    private let directory = FilePath("/private")

    private func environment(
        password: String? = nil, _ parameters: [ToolEndpoint.Parameter] = [], inherited: [String: String] = [:]
    ) throws(ToolError) -> ToolEnvironment {
        let endpoint = ToolEndpoint(
            host: "a.example,b.example", port: "5432,5433", user: "u", database: "a=b",
            password: password.map(Secret.init), parameters: parameters)
        return try ToolEnvironment(.psql, endpoint, directory: directory, inherited: inherited)
    }

    @Test func `nothing of our own environment is passed on but where programs are`() throws {
        let inherited = [
            "PATH": "/p", "PGPASSWORD": "x", "PGHOST": "y", "PGSERVICE": "z", "PSQLRC": "r", "HOME": "/root",
        ]
        let variables = try environment(inherited: inherited).variables
        #expect(
            variables == [
                "PATH": "/p", "LANG": "C", "LC_ALL": "C", "TZ": "UTC", "HOME": "/nonexistent",
                "PGHOST": "a.example,b.example", "PGPORT": "5432,5433", "PGUSER": "u", "PGDATABASE": "a=b",
                "PGPASSFILE": "/private/psql.pgpass",
            ])
    }

    @Test(arguments: [
        ("secret", "secret"), (#"a:b\c"#, #"a\:b\\c"#), ("#", "#"), ("p@ss:/w%o'r d", #"p@ss\:/w%o'r d"#),
    ])
    func `the password is only in a file`(password: String, line: String) throws {
        let environment = try environment(password: password)
        #expect(environment.files.map(\.text) == ["*:*:*:*:\(line)\n"])
        #expect(!environment.variables.values.contains { $0.contains(password) })
    }

    @Test(arguments: ["a\nb", "a\r", "a\0"])
    func `a password that a file cannot hold is refused`(password: String) {
        #expect(throws: ToolError.passwordUnusable(.psql)) { try environment(password: password) }
    }

    @Test func `parameters become variables, and those without one a service file`() throws {
        let environment = try environment([
            .init("sslmode", "verify-full"), .init("connect_timeout", "7"), .init("application_name", "ayb-op-1f"),
            .init("keepalives_idle", "30"), .init("tcp_user_timeout", "9000"),
        ])
        #expect(environment.variables["PGSSLMODE"] == "verify-full")
        #expect(environment.variables["PGCONNECT_TIMEOUT"] == "7")
        #expect(environment.variables["PGAPPNAME"] == "ayb-op-1f")
        #expect(environment.variables["PGSERVICE"] == "ayb")
        #expect(environment.variables["PGSERVICEFILE"] == "/private/psql.service")
        #expect(environment.files.map(\.text) == ["[ayb]\nkeepalives_idle=30\ntcp_user_timeout=9000\n"])
    }

    @Test(arguments: [
        ToolEndpoint.Parameter("service", "x"), .init("passfile", "/etc/x"), .init("servicefile", "/x"),
        .init("no_such", "x"), .init("keepalives", "1\nuser=root"), .init("sslmode", "a\0b"),
    ])
    func `a parameter that could mean something else is refused by name`(parameter: ToolEndpoint.Parameter) {
        #expect(throws: ToolError.parameterUnusable(name: parameter.name)) { try environment([parameter]) }
    }
}
