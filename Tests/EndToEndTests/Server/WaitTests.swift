import BranchingCore
import BranchingPostgres
import FoundationEssentials
import Glibc
import Logging
import TestSupport
import Testing

/// Whatever the server waits for, its callers get an answer in time, and it stops in time.
@Suite(.timeLimit(.minutes(5))) struct WaitTests {
    private static let victim = APIPath.branches + "/victim"
    /// Short limits for short tests.
    private static let short = [
        "AYB_SERVER_SHUTDOWN_TIMEOUT": "2", "AYB_DATABASE_LOCK_TIMEOUT": "2", "AYB_DATABASE_CONNECT_TIMEOUT": "2",
        "AYB_DATABASE_STATEMENT_TIMEOUT": "3",
    ]
    /// Limits too long to help a stop.
    private static let long = [
        "AYB_SERVER_SHUTDOWN_TIMEOUT": "2", "AYB_DATABASE_LOCK_TIMEOUT": "3600",
        "AYB_DATABASE_STATEMENT_TIMEOUT": "3600", "AYB_DATABASE_CONNECT_TIMEOUT": "30",
    ]

    private static func session(_ scene: CrashScene, _ database: String? = nil) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: scene.cluster.url(database: database)),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// An answer that must come in time.
    private static func answer(
        _ server: ServerProcess, _ method: String, _ path: String, body: String? = nil, within limit: Duration
    ) async throws -> ServerProcess.Answer {
        let start = ContinuousClock.now
        let answer = try #require(try await server.request(method, path, body: body))
        #expect(start.duration(to: .now) < limit, "\(method) \(path)")
        return answer
    }

    private static func expectStop(_ server: ServerProcess) async throws {
        server.signal(SIGTERM)
        // `server.shutdown_timeout` + 5 s, and 5 more for a busy machine to start and end processes.
        _ = try await server.waitForExit(within: .seconds(12))
    }

    private static func diff(_ from: String, _ to: String) -> String { #"{"from":"\#(from)","to":"\#(to)"}"# }

    @Test func `a lock on a branch's database is named to who deletes it, and does not hold up a stop`() async throws {
        let scene = try await CrashScene.make()
        let holder = try await Self.session(scene)
        try await scene.server(variables: Self.short) { server in
            let created = try await server.request("POST", APIPath.branches, body: #"{"name":"victim"}"#)
            #expect(created?.status == 201)
            try await holder.query("BEGIN")
            try await holder.query("COMMENT ON DATABASE ayb_branch_victim IS 'x'")
            let refused = try await Self.answer(server, "DELETE", Self.victim, within: .seconds(20))
            #expect(refused.status == 409)
            #expect(refused.body.contains("database.lock_timeout"))
            #expect(refused.body.contains("process \(holder.facts.backendPID)"))
            #expect(try await server.request("GET", Self.victim)?.decoded(Branch.self).status == .ready)
        }
        try await scene.server(variables: Self.long) { server in
            async let deleted = server.request("DELETE", Self.victim)
            try await eventually("the delete waits for the lock") {
                try await scene.cluster.psql(
                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DROP DATABASE%'"
                ) == "1"
            }
            try await Self.expectStop(server)
            _ = try await deleted
        }
        await holder.close()
        try await scene.remove()
    }

    @Test func `a locked table is named to who dumps or compares its database`() async throws {
        let scene = try await CrashScene.make()
        let holder = try await Self.session(scene, scene.source)
        try await scene.cluster.psql("CREATE INDEX ON t ((a + 1)) WHERE a > 0", database: scene.source)
        try await holder.query("BEGIN")
        try await holder.query("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE")
        try await scene.server(variables: Self.short) { server in
            let dumped = try await Self.answer(
                server, "POST", APIPath.branches, body: #"{"name":"victim","strategy":"dump"}"#, within: .seconds(30))
            #expect(dumped.status == 502)
            #expect(dumped.body.contains("database.lock_timeout"), "\(dumped.body)")
            let compared = try await Self.answer(
                server, "POST", APIPath.diff, body: Self.diff("main", "main"), within: .seconds(30))
            #expect(compared.status == 503)
            #expect(compared.body.contains("database.lock_timeout"), "\(compared.body)")
        }
        try await scene.server(variables: Self.long) { server in
            async let compared = server.request("POST", APIPath.diff, body: Self.diff("main", "main"))
            try await eventually("the comparison waits for the lock") {
                try await scene.cluster.psql(
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = '\(scene.source)' AND wait_event_type = 'Lock'"
                ) == "t"
            }
            try await Self.expectStop(server)
            _ = try await compared
        }
        await holder.close()
        try await scene.remove()
    }

    @Test func `ports that never answer take up no more than their places`() async throws {
        let scene = try await CrashScene.make()
        let silent = try HostilePostgres(.silent)
        var variables = Self.short
        variables["AYB_DATABASE_FOREIGN_CONNECTIONS"] = "4"
        let body = Self.diff("postgresql://u@127.0.0.1:\(silent.port)/d?connect_timeout=0", "main")
        try await scene.server(variables: variables) { server in
            let answers = try await withThrowingTaskGroup(of: ServerProcess.Answer?.self) { group in
                for _ in 0..<40 { group.addTask { try await server.request("POST", APIPath.diff, body: body) } }
                try await eventually("the port is tried") { silent.connections > 0 }
                let ready = try await Self.answer(server, "GET", APIPath.ready, within: .seconds(10))
                #expect(ready.status == 200)
                let list = try await Self.answer(server, "GET", APIPath.branches, within: .seconds(10))
                #expect(list.status == 200)
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { [502, 503].contains($0?.status) })
            #expect(answers.contains { $0?.body.contains("database.connect_timeout") == true })
            #expect(answers.contains { $0?.body.contains("database.foreign_connections") == true })
        }
        variables = Self.long
        variables["AYB_DATABASE_FOREIGN_CONNECTIONS"] = "1"
        try await scene.server(variables: variables) { server in
            async let first = server.request("POST", APIPath.diff, body: body)
            async let second = server.request("POST", APIPath.diff, body: body)
            let before = silent.connections
            try await eventually("the port is tried again") { silent.connections > before }
            try await Self.expectStop(server)
            _ = try await (first, second)
        }
        silent.stop()
        try await scene.remove()
    }

    @Test(arguments: [HostilePostgres.Behaviour.flood, .trickle])
    func `a source that floods or trickles is left, and does not grow the server`(
        behaviour: HostilePostgres.Behaviour
    ) async throws {
        let scene = try await CrashScene.make()
        let hostile = try HostilePostgres(behaviour)
        let body = Self.diff("postgresql://u@127.0.0.1:\(hostile.port)/d?sslmode=disable", "main")
        try await scene.server(variables: Self.short) { server in
            let before = try Self.residentMegabytes(of: server.pid)
            let refused = try await Self.answer(server, "POST", APIPath.diff, body: body, within: .seconds(40))
            #expect(refused.status == 502)
            // The limit is 128 MiB.
            #expect(try Self.peakMegabytes(of: server.pid) < before + 700)
        }
        if case .trickle = behaviour {
            try await scene.server(variables: Self.long) { server in
                async let first = server.request("POST", APIPath.diff, body: body)
                let seen = hostile.connections
                try await eventually("the source is read") { hostile.connections > seen }
                try await Self.expectStop(server)
                _ = try await first
            }
        }
        hostile.stop()
        try await scene.remove()
    }

    @Test func `a stopped PostgreSQL is reported within two seconds, and does not hold up a stop`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server(variables: Self.short) { server in
            #expect(try await server.request("GET", APIPath.ready)?.status == 200)
            let frozen = try await FrozenPostgres(scene.cluster)
            for _ in 0..<3 {
                let ready = try await Self.answer(server, "GET", APIPath.ready, within: .seconds(8))
                #expect(ready.status == 503)
                #expect(ready.headers["retry-after"] != nil)
            }
            let list = try await Self.answer(server, "GET", APIPath.branches, within: .seconds(20))
            #expect(list.status == 503)
            frozen.release()
            try await eventually("the server is ready again") {
                try await server.request("GET", APIPath.ready)?.status == 200
            }
            async let created = server.request("POST", APIPath.branches, body: #"{"name":"victim"}"#)
            let again = try await FrozenPostgres(scene.cluster)
            try await Self.expectStop(server)
            again.release()
            _ = try await created
        }
        try await scene.remove()
    }

    @Test func `creates that wait for their turn do not hold up a stop`() async throws {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        var variables = Self.long
        variables["AYB_BRANCHING_MAX_CONCURRENT"] = "1"
        try await scene.server(variables: variables) { server in
            for number in 0..<6 {
                let answer = try await server.request(
                    "POST", APIPath.branches, body: #"{"name":"b\#(number)","strategy":"dump"}"#,
                    headers: ["Prefer: respond-async"])
                #expect(answer?.status == 202)
            }
            try await hold.reached()
            try await Self.expectStop(server)
        }
        await hold.release()
        try await scene.remove()
    }

    private static func residentMegabytes(of pid: Int32) throws -> Int { try megabytes("VmRSS", of: pid) }
    private static func peakMegabytes(of pid: Int32) throws -> Int { try megabytes("VmHWM", of: pid) }

    private static func megabytes(_ field: String, of pid: Int32) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(field) })
        return try #require(Int(line.split(separator: " ").dropLast().last?.filter(\.isNumber) ?? "")) / 1024
    }
}
