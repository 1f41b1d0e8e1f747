import BranchingCore
import Foundation
import TestSupport
import Testing

/// `ayb key`, `ayb whoami` and `ayb audit` with the real programs.
@Suite(.timeLimit(.minutes(5))) struct KeyCommandTests {
    /// Makes a key, and returns its secret.
    private func secret(_ server: ClientServer, _ arguments: String...) async throws -> String {
        let made = try await server.client.ayb(["key", "create"] + arguments, environment: server.environment)
        #expect(made.status == 0, "\(made)")
        #expect(made.errors.contains("not shown again"))
        let secret = made.output.filter { !$0.isNewline }
        #expect(secret.wholeMatch(of: /ayb_[0-9A-Za-z]{36}/) != nil)
        return secret
    }

    private func ayb(_ server: ClientServer, key: String, url: String? = nil, _ arguments: String...) async throws
        -> ClientOutcome
    {
        try await server.client.ayb(
            arguments, environment: ["AYB_URL": url ?? server.url, "AYB_API_KEY": key],
            whileRunning: { _ in
                #expect(!ProcessTable.commandLines().values.contains { $0.contains(key) })
            })
    }

    private func identity(_ server: ClientServer, key: String) async throws -> SelfBody {
        let answer = try await ayb(server, key: key, "whoami", "--output", "json")
        return try APICoder.decoder().decode(SelfBody.self, from: Data(answer.output.utf8))
    }

    @Test func `a developer works as the login of their branch, with a password that is nowhere else`() async throws {
        try await ClientServer.run(on: try await TestCluster.fresh(), logins: true) { server in
            let (key, name) = (try await secret(server, "ci", "--role", "developer"), server.name("mine"))
            #expect(try await ayb(server, key: key, "branch", "create", name).status == 0)
            let answer = try await ayb(server, key: key, "branch", "url", name, "--password")
            #expect(answer.status == 0, "\(answer)")
            let url = answer.output.filter { !$0.isNewline }
            let parts = try #require(url.wholeMatch(of: /postgresql:\/\/(ayb_login_[a-z0-9]{24}):([0-9a-f]{48})@.*/))
            let (user, password) = (String(parts.1), String(parts.2))
            let branch = try await server.branch(name)
            #expect(branch.login?.role == user)
            #expect(
                try await server.cluster.psql(
                    "ALTER TABLE t ADD b int; SELECT count(*) FROM t", database: branch.branchDatabase, user: user,
                    password: Secret(password)) == "2")
            #expect(try await ayb(server, key: key, "branch", "url", name, "--password", "--as-server").status == 4)
            let asServer = try await server.ayb("branch", "url", name, "--as-server")
            #expect(asServer.output.contains(TestCluster.loginServerRole))
            #expect(try await ayb(server, key: key, "branch", "get", name).output.contains(user))
            try await server.runningAnother { other in
                let again = try await ayb(server, key: key, url: other, "branch", "url", name, "--password")
                #expect(again.output == answer.output)
            }
            let audit = try await server.ayb("audit", "--output", "json").output
            #expect(audit.contains("branch.password") && !audit.contains(password))
            let log = try String(contentsOfFile: server.log, encoding: .utf8)
            let records = try await server.records("SELECT branch::text FROM ayb.branch")
            #expect(records.contains(user) && !records.contains(password) && !log.contains(password))
            #expect(try await ayb(server, key: key, "branch", "delete", name, "--yes").status == 0)
        }
    }

    @Test func `a preset is a role and limits, and what is given beside it counts instead`() async throws {
        try await ClientServer.run { server in
            let agent = try await identity(server, key: try await secret(server, "bot", "--preset", "agent"))
            #expect(agent.role == .developer)
            #expect(
                agent.limits == KeyLimits(namePrefix: "bot-", maxBranches: 5, sources: [.main, .branches]))
            let other = try await identity(
                server,
                key: try await secret(
                    server, "Other Bot", "--preset", "agent", "--name-prefix", "x-", "--max-branches", "2"))
            #expect(other.limits == KeyLimits(namePrefix: "x-", maxBranches: 2, sources: [.main, .branches]))
            for arguments in [["Other Bot 2", "--preset", "agent"], ["nothing"]] {
                #expect(try await server.client.ayb(["key", "create"] + arguments).status == 2)
            }
        }
    }

    @Test func `limits change one by one, and a name too`() async throws {
        try await ClientServer.run { server in
            let key = try await secret(
                server, "old", "--role", "developer", "--name-prefix", "a-", "--max-branches", "2")
            let who = try await identity(server, key: key)
            func update(_ arguments: String...) async throws -> ClientOutcome {
                try await server.client.ayb(["key", "update", who.id] + arguments, environment: server.environment)
            }
            #expect(try await update("--max-branches", "7", "--name", "new").status == 0)
            let json = try await server.ayb("key", "get", who.id, "--output", "json")
            let changed = try APICoder.decoder().decode(APIKey.self, from: Data(json.output.utf8))
            #expect(changed.name == "new" && changed.limits == KeyLimits(namePrefix: "a-", maxBranches: 7))
            let cleared = try await update("--no-limits", "--source", "main", "--output", "json")
            #expect(
                try APICoder.decoder().decode(APIKey.self, from: Data(cleared.output.utf8)).limits
                    == KeyLimits(sources: [.main]))
            #expect(try await update().status == 2)
            #expect(try await update("--max-branches", "0").status == 2)
        }
    }

    @Test func `a developer's key works on its own branches, by the variable alone`() async throws {
        try await ClientServer.run { server in
            let key = try await secret(server, "ci", "--role", "developer")
            let (mine, others) = (server.name("mine"), server.name("others"))
            #expect(try await server.ayb("branch", "create", others).status == 0)
            #expect(try await ayb(server, key: key, "branch", "create", mine).status == 0)
            let who = try await identity(server, key: key)
            #expect(who.name == "ci" && who.role == .developer)
            #expect(try await server.branch(mine).owner == who.id)
            #expect(try await ayb(server, key: key, "branch", "list").output.contains(others))
            #expect(try await ayb(server, key: key, "branch", "url", mine).status == 0)
            for refused in [
                try await ayb(server, key: key, "branch", "delete", others, "--yes"),
                try await ayb(server, key: key, "branch", "url", mine, "--password"),
                try await ayb(server, key: key, "key", "list"), try await ayb(server, key: key, "audit"),
            ] {
                #expect(refused.status == 4 && refused.output.isEmpty, "\(refused)")
                #expect(refused.errors.contains("ayb whoami"), "\(refused)")
            }
            #expect(try await ayb(server, key: key, "branch", "delete", mine, "--yes").status == 0)

            let audit = try await server.ayb("audit", "--actor", who.id, "--output", "json")
            let entries = try APICoder.decoder().decode([AuditEntry].self, from: Data(audit.output.utf8))
            #expect(
                entries.map { "\($0.action) \($0.result)" } == [
                    "branch.delete ok", "branch.password insufficient_scope", "branch.delete insufficient_scope",
                    "branch.create ok",
                ])
            #expect(try await server.ayb("audit", "--action", "key.create").output.contains(who.id))
            let log = try String(contentsOfFile: server.log, encoding: .utf8)
            let rows = try await server.records("SELECT k::text FROM ayb.api_key k; SELECT a::text FROM ayb.audit a")
            let list = try await server.ayb("key", "list", "--all", "--output", "json").output
            for text in [log, rows, list, audit.output] {
                #expect(text.contains(who.id) && !text.contains(key))
            }
        }
    }

    @Test func `a rotated key works with both secrets, and a revoked one with none on any server`() async throws {
        try await ClientServer.run { server in
            let old = try await secret(server, "ci", "--role", "viewer", "--ttl", "never")
            let id = try await identity(server, key: old).id
            let rotated = try await server.ayb("key", "rotate", id, "--grace", "1h")
            let new = rotated.output.filter { !$0.isNewline }
            for key in [old, new] { #expect(try await identity(server, key: key).id == id) }
            #expect(try await server.ayb("key", "get", id).output.contains("active"))
            try await server.runningAnother { other in
                #expect(try await ayb(server, key: new, url: other, "branch", "list").status == 0)
                #expect(try await server.ayb("key", "revoke", id).status == 3)
                #expect(try await server.ayb("key", "revoke", id, "--yes").status == 0)
                let revoked = ContinuousClock.now
                var answer = try await ayb(server, key: new, url: other, "branch", "list")
                while answer.status == 0, ContinuousClock.now - revoked < .seconds(5) {
                    try await Task.sleep(for: .milliseconds(200))
                    answer = try await ayb(server, key: new, url: other, "branch", "list")
                }
                #expect(answer.status == 4 && answer.errors.contains("AYB_API_KEY"), "\(answer)")
            }
            #expect(try await ayb(server, key: old, "whoami").status == 4)
            #expect(try await server.ayb("key", "list").output.isEmpty)
            #expect(try await server.ayb("key", "list", "--all").output.contains("revoked"))
        }
    }

    @Test func `a server removes lines of the audit trail that are too old`() async throws {
        try await ClientServer.run { server in
            _ = try await server.records(
                """
                INSERT INTO ayb.audit (at, actor, action, result)
                SELECT now() - days * interval '1 day', 'root', 'day ' || days, 'ok' FROM unnest(ARRAY[89, 91]) AS days
                """)
            try await server.runningAnother { _ in
                try await eventually("the old line is gone") {
                    try await server.records("SELECT action FROM ayb.audit WHERE action LIKE 'day %'") == "day 89"
                }
            }
        }
    }

    @Test func `what cannot be done with keys has its exit code`() async throws {
        try await ClientServer.run { server in
            _ = try await secret(server, "ci", "--role", "developer", "--max-branches", "1", "--cidr", "10.0.0.0/8")
            let unknown = "key_00000000000000000000"
            let cases: [(Int32, String, [String])] = [
                (2, "--role", ["key", "create", "x"]), (2, "boss", ["key", "create", "x", "--role", "boss"]),
                (2, "90d", ["key", "create", "x", "--role", "viewer", "--ttl", "soon"]),
                (2, "10.0.0.0/8", ["key", "create", "x", "--role", "viewer", "--cidr", "10.0.0.1/8"]),
                (2, "max_branches", ["key", "create", "x", "--role", "viewer", "--max-branches", "0"]),
                (2, "not the id", ["key", "get", "ci"]), (2, "1000", ["audit", "--limit", "0"]),
                (2, "not a time", ["audit", "--since", "yesterday"]),
                (2, "30d", ["key", "rotate", unknown, "--grace", "31d"]),
                (5, "no key", ["key", "get", unknown]), (5, "no key", ["key", "rotate", unknown]),
                (5, "no key", ["key", "revoke", unknown, "--yes"]),
                (6, "'ci' already", ["key", "create", "ci", "--role", "viewer"]),
            ]
            for (status, reason, arguments) in cases {
                let outcome = try await server.client.ayb(arguments, environment: server.environment)
                #expect(outcome.status == status, "\(arguments): \(outcome)")
                #expect(outcome.errors.contains(reason), "\(arguments): \(outcome)")
                #expect(outcome.output.isEmpty, "\(arguments): \(outcome)")
            }
        }
    }
}
