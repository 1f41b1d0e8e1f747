import Foundation
import TestSupport
import Testing

/// The same files, which `ayb-server` does not obey either.
@Suite(.timeLimit(.minutes(5))) struct ForeignServerFileTests {
    private static func server(
        in sandbox: ClientSandbox, _ arguments: [String] = [], _ environment: [String: String] = [:]
    ) async throws -> ClientOutcome {
        try await ClientProgram.run(
            ClientProgram.path("ayb-server"), arguments + ["--until-input-ends"], in: sandbox.directory,
            environment: sandbox.environment(environment), limit: .seconds(30))
    }

    @Test func `the server refuses a file that others can write, and asks for trust in one's own`() async throws {
        try await ClientSandbox.run { sandbox in
            let file = try sandbox.write("ayb.toml", "[server]\nport = 7651\n", permissions: 0o666)
            for arguments in [[], ["--config", file]] {
                let open = try await Self.server(in: sandbox, arguments)
                #expect(open.status == 2)
                #expect(open.errors.contains("chmod go-w \(file)"))
            }
            #expect(chmod(file, 0o600) == 0)
            let own = try await Self.server(in: sandbox)
            #expect(own.status == 2)
            #expect(own.errors.contains("'server.port' counts only after"))
            #expect(try await sandbox.ayb("trust").status == 0)
            let trusted = try await Self.server(in: sandbox, [], ["AYB_DATABASE_EMBEDDED": "false"])
            #expect(trusted.status == 0, "\(trusted.errors)")
        }
    }

    @Test(arguments: ["AYB_ADMIN_TOKEN_FILE", "AYB_SERVER_TLS_KEY", "AYB_SERVER_TLS_CERTIFICATE"])
    func `a token or a TLS file that others can write is refused`(variable: String) async throws {
        try await ClientSandbox.run { sandbox in
            let mine = try sandbox.write("mine.pem", "0123456789abcdef\n")
            let file = try sandbox.write("open.pem", "0123456789abcdef\n", permissions: 0o646)
            var environment = ["AYB_DATABASE_EMBEDDED": "false"]
            if variable.contains("TLS") {
                environment["AYB_SERVER_TLS_KEY"] = mine
                environment["AYB_SERVER_TLS_CERTIFICATE"] = mine
            }
            environment[variable] = file
            let outcome = try await Self.server(in: sandbox, [], environment)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("chmod go-w \(file)"), "\(outcome.errors)")
        }
    }

    @Test func `a home that others can write is refused`() async throws {
        try await ClientSandbox.run { sandbox in
            let home = sandbox.directory + "/open"
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
            #expect(chmod(home, 0o777) == 0)
            let outcome = try await Self.server(in: sandbox, [], ["AYB_HOME": home])
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("chmod go-w \(home)"))
            for command in ["start", "stop", "status"] {
                let client = try await sandbox.ayb(command, environment: ["AYB_HOME": home])
                #expect(client.status == 2)
                #expect(client.errors.contains("chmod go-w \(home)"))
            }
        }
    }

    /// The attack made root open a directory of the attacker's choice to others, with directories of postgres in it.
    @Test(arguments: ["foreign file", "trusted file", "variable"])
    func `a directory that holds something else keeps its permissions`(way: String) async throws {
        try await ClientSandbox.run { sandbox in
            let precious = sandbox.directory + "/precious"
            try FileManager.default.createDirectory(atPath: precious + "/log", withIntermediateDirectories: true)
            try "all my work".write(toFile: precious + "/thesis.txt", atomically: false, encoding: .utf8)
            #expect(chmod(precious, 0o750) == 0)
            var environment: [String: String] = [:]
            if way == "variable" {
                environment["AYB_DATABASE_EMBEDDED_DATA_DIR"] = precious
            } else {
                let mode = way == "foreign file" ? 0o666 : 0o600
                try sandbox.write("ayb.toml", "[database]\nembedded_data_dir = \"precious\"\n", permissions: mode)
                if way == "trusted file" { #expect(try await sandbox.ayb("trust").status == 0) }
            }
            let outcome = try await sandbox.ayb(["start"], environment: environment)
            #expect(outcome.status != 0)
            let said = way == "foreign file" ? "nothing in this file is used" : "Nothing was changed."
            #expect(outcome.errors.contains(said), "\(outcome.errors)")
            var status = stat()
            for (path, mode) in [(precious, 0o750), (precious + "/log", 0o755)] as [(String, mode_t)] {
                #expect(stat(path, &status) == 0)
                #expect(status.st_mode & 0o7777 == mode)
                #expect(status.st_uid == geteuid())
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: precious).sorted()
            #expect(names == ["log", "thesis.txt"])
        }
    }
}
