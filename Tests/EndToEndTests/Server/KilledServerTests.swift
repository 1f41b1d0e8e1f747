import BranchingCore
import BranchingPostgres
import Glibc
import TestSupport
import Testing

/// Whatever a server leaves that is killed at any point, the next one cleans up.
@Suite(.serialized) struct KilledServerTests {
    /// Each place, and the middle of a copy by each strategy.
    static let crashes: [Crash] =
        FailPoint.Place.allCases.map { Crash(failPoint: $0.rawValue, logins: loginPlaces.contains($0)) } + [
            Crash(failPoint: "create.publishing", logins: true), Crash(failPoint: "create.published", logins: true),
            Crash(failPoint: "create.login:30", logins: true), Crash(failPoint: "delete.dropping", logins: true),
            Crash(failPoint: "delete.dropped", logins: true),
            Crash(failPoint: "create.copying:150", strategy: .dump, isLarge: true),
            Crash(failPoint: "create.copying:150", strategy: .stream, isLarge: true),
            Crash(failPoint: "create.copying:800", strategy: .stream, isLarge: true),
            Crash(failPoint: "create.copying:60", strategy: .template, isLarge: true),
        ]

    /// Those that only servers with logins pass.
    private static let loginPlaces: Set<FailPoint.Place> = [.createLogin, .createProved]

    struct Crash: Sendable, CustomTestStringConvertible {
        var failPoint: String
        var strategy = CloneStrategy.template
        var isLarge = false
        var logins = false
        var isDelete: Bool { failPoint.hasPrefix("delete") }
        var testDescription: String { "\(failPoint) of a \(strategy.rawValue) clone\(logins ? " with a login" : "")" }
    }

    @Test(arguments: crashes)
    func `every record settles, and a database is there exactly where its record is ready`(crash: Crash) async throws {
        let scene = try await CrashScene.make(isLarge: crash.isLarge, logins: crash.logins)
        let body = #"{"name":"victim","strategy":"\#(crash.strategy.rawValue)"}"#
        try await scene.server(failPoint: crash.failPoint) { server in
            async let answer = server.request("POST", APIPath.branches, body: body)
            if crash.isDelete {
                #expect(try await answer?.status == 201)
                async let deletion = server.request("DELETE", APIPath.branches + "/victim")
                #expect(try await server.waitForExit() == "signaled(9)")
                _ = try await deletion
            } else {
                #expect(try await server.waitForExit() == "signaled(9)")
                _ = try await answer
            }
        }
        try await scene.server { server in
            try await scene.waitUntilSettled()
            try await scene.expectInvariants()
            // Whatever became of it, the name can be reused.
            if try await server.request("GET", APIPath.branches + "/victim")?.status == 200 {
                #expect(try await server.request("DELETE", APIPath.branches + "/victim")?.status == 200)
            }
            #expect(try await server.request("POST", APIPath.branches, body: #"{"name":"victim"}"#)?.status == 201)
            #expect(try await server.request("DELETE", APIPath.branches + "/victim")?.status == 200)
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `a server that was asleep is fenced when it wakes up`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        try await scene.server { sleeper in
            let body = #"{"name":"victim","strategy":"dump"}"#
            let created = try await sleeper.request(
                "POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
            #expect(created?.status == 202)
            try await eventually("the copy is under way") {
                try await scene.count("SELECT count(*) FROM ayb.branch WHERE phase = 'copying'") == 1
            }
            sleeper.signal(SIGSTOP)
            defer { sleeper.signal(SIGCONT) }
            try await scene.cluster.psql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ayb-op-%'")
            try await scene.server { other in
                try await scene.waitUntilSettled()
                #expect(try await other.request("DELETE", APIPath.branches + "/victim")?.status == 200)
                #expect(try await other.request("POST", APIPath.branches, body: #"{"name":"victim"}"#)?.status == 201)
                sleeper.signal(SIGCONT)
                try await eventually("the sleeper has noticed") {
                    try sleeper.log().contains("left to the reconciler")
                        || sleeper.log().contains("another operation has the branch")
                }
                #expect(
                    try await other.request("GET", APIPath.branches + "/victim")?.decoded(Branch.self).status == .ready)
                try await scene.expectInvariants()
            }
        }
        try await scene.remove()
    }

    @Test func `a server that is asked to stop in the middle of a clone cleans up and exits`() async throws {
        let scene = try await CrashScene.make(isLarge: true)
        try await scene.server { server in
            let body = #"{"name":"victim","strategy":"dump"}"#
            _ = try await server.request("POST", APIPath.branches, body: body, headers: ["Prefer: respond-async"])
            try await eventually("bytes are copied") {
                try await scene.count("SELECT count(*) FROM ayb.branch WHERE bytes_done > 0") == 1
            }
            server.signal(SIGTERM)
            #expect(try await server.waitForExit(within: .seconds(15)) == "exited(0)")
            #expect(
                try await scene.count(
                    "SELECT count(*) FROM ayb.branch WHERE status = 'failed' AND failure = 'interrupted'") == 1)
            try await scene.expectInvariants()
            #expect(
                try await scene.cluster.psql(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'ayb-op-%'") == "0")
        }
        try await scene.remove()
    }
}
