import BranchingCore
import Foundation
import TestSupport
import Testing

/// `ayb dashboard` with the real programs, and a browser that is curl.
@Suite(.timeLimit(.minutes(5))) struct DashboardCommandTests {
    private static let tcp = ["AYB_SERVER_HOST": "127.0.0.1"]

    /// What curl says, with the status and headers of the answer.
    private func curl(_ server: ClientServer, _ line: String) async throws -> String {
        let outcome = try await server.client.shell("curl --silent --include --max-time 30 \(line)")
        #expect(outcome.status == 0, "\(outcome)")
        return outcome.output
    }

    @Test func `the printed link signs a browser in, once, and is in no log`() async throws {
        try await ClientServer.run(variables: Self.tcp) { server in
            let created = try await server.ayb("key", "create", "anna", "--role", "viewer")
            let key = created.output.filter { !$0.isNewline }
            let outcome = try await server.client.ayb(
                ["dashboard", "--no-open"], environment: ["AYB_URL": server.url, "AYB_API_KEY": key])
            #expect(outcome.status == 0, "\(outcome)")
            let link = outcome.output.filter { !$0.isNewline }
            let match = try #require(
                link.wholeMatch(of: /(http:\/\/127\.0\.0\.1:[0-9]+)(\/admin\/sign-in)#(ayb_once_[A-Za-z0-9_-]{43})/),
                "\(link)")
            let (origin, page, code) = (String(match.1), String(match.2), String(match.3))
            #expect(!outcome.errors.contains(code))

            let form = try await curl(server, "\(origin)\(page)")
            #expect(form.hasPrefix("HTTP/1.1 200") && form.contains("<form"))
            let submit = "-H 'Sec-Fetch-Site: same-origin' --data-urlencode key=\(code) \(origin)\(page)"
            let answer = try await curl(server, submit)
            #expect(answer.hasPrefix("HTTP/1.1 303"), "\(answer)")
            let cookie = try #require(answer.firstMatch(of: /ayb_session=[A-Za-z0-9_-]{43}/)).output
            let me = try await curl(server, "--cookie \(cookie) \(origin)/api/admin/self")
            #expect(me.hasPrefix("HTTP/1.1 200") && me.contains("anna"), "\(me)")
            #expect(try await curl(server, submit).hasPrefix("HTTP/1.1 401"))

            // The session is one on every server, and ends with its key.
            try await server.runningAnother(variables: Self.tcp) { other in
                let there = try await server.client.shell(
                    "curl --silent --include --unix-socket \(other.dropFirst("unix://".count)) --cookie \(cookie) http://localhost/api/admin/self"
                )
                #expect(there.output.hasPrefix("HTTP/1.1 200"), "\(there)")
                let id = try #require(me.firstMatch(of: /key_[0-9A-Za-z]{20}/)).output
                #expect(try await server.ayb("key", "revoke", String(id), "--yes").status == 0)
                let revoked = ContinuousClock.now
                try await eventually("the other server refuses the session", within: .seconds(30)) {
                    try await server.client.shell(
                        "curl --silent --include --unix-socket \(other.dropFirst("unix://".count)) --cookie \(cookie) http://localhost/api/admin/self"
                    ).output.hasPrefix("HTTP/1.1 401")
                }
                #expect(ContinuousClock.now - revoked < .seconds(10))
            }

            let log = try String(contentsOfFile: server.log, encoding: .utf8)
            let rows = try await server.records(
                "SELECT s::text FROM ayb.session s; SELECT a::text FROM ayb.audit a; SELECT c::text FROM ayb.sign_in_code c"
            )
            let secret = String(cookie.dropFirst("ayb_session=".count))
            for text in [log, rows] {
                #expect(text.contains("session.create"))
                #expect(!text.contains(code) && !text.contains(secret) && !text.contains(key))
            }
        }
    }

    @Test func `a browser gets the link through a file that only its user can read`() async throws {
        try await ClientServer.run(variables: Self.tcp) { server in
            let client = server.client
            let browser = try client.write(
                "browser",
                "#!/bin/sh\necho \"$@\" > \"\(client.directory)/arguments\"\nenv > \"\(client.directory)/env\"\n",
                permissions: 0o700)
            let variables = server.environment.merging(["BROWSER": browser]) { $1 }
            let outcome = try await client.ayb(["dashboard"], environment: variables)
            #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome)")
            let page = client.home + "/dashboard.html"
            let arguments = try String(contentsOfFile: client.directory + "/arguments", encoding: .utf8)
            #expect(arguments == "file://\(page)\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: page)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(try String(contentsOfFile: page, encoding: .utf8).contains("/admin/sign-in#ayb_once_"))
            let environment = try String(contentsOfFile: client.directory + "/env", encoding: .utf8)
            #expect(!environment.contains(server.key) && !environment.contains("ayb_once_"))

            try client.write("browser", "#!/bin/sh\nexit 3\n", permissions: 0o700)
            let failed = try await client.ayb(["dashboard"], environment: variables)
            #expect(failed.status == 1 && failed.errors.contains("--no-open"), "\(failed)")
        }
    }

    @Test func `where no browser can come, it says what to do`() async throws {
        try await ClientServer.run { server in
            let onSocket = try await server.ayb("dashboard", "--no-open")
            #expect(onSocket.status == 1 && onSocket.errors.contains("server.host"), "\(onSocket)")
            #expect(!onSocket.errors.contains("ayb_once_"))
            let database = server.cluster.serverURL(database: server.source).reveal()
            let ofDatabase = try await server.client.ayb(
                ["dashboard"], environment: ["AYB_DATABASE_URL": database])
            #expect(ofDatabase.status == 2 && ofDatabase.errors.contains("ayb start"), "\(ofDatabase)")
            try await server.runningAnother(variables: ["AYB_ADMIN_DASHBOARD": "false"]) { other in
                let key = try await server.ayb("key", "create", "anna", "--role", "viewer").output
                let off = try await server.client.ayb(
                    ["dashboard"], environment: ["AYB_URL": other, "AYB_API_KEY": key.filter { !$0.isNewline }])
                #expect(off.status == 1 && off.errors.contains("admin.dashboard"), "\(off)")
            }
        }
    }
}
