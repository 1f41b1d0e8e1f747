import BranchingCore
import Glibc
import TestSupport
import Testing

/// A clone held half-way by a lock on its source, so that what should happen meanwhile surely does.
@Suite(.timeLimit(.minutes(5))) struct HeldCloneTests {
    private static let victim = APIPath.branches + "/victim"
    private static let body = #"{"name":"victim"}"#
    /// Each strategy that a lock on the source can hold.
    private static let strategies = [CloneStrategy.dump, .stream]
    private static func body(_ strategy: CloneStrategy) -> String {
        #"{"name":"victim","strategy":"\#(strategy.rawValue)"}"#
    }
    private static let withoutWaiting = ["Prefer: respond-async"]

    @Test func `who does not want to wait gets the record at once, and events until it is ready`() async throws {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { server in
            let accepted = try #require(
                try await server.request("POST", APIPath.branches, body: Self.body, headers: Self.withoutWaiting))
            #expect(accepted.status == 202)
            #expect(accepted.headers["preference-applied"] == "respond-async")
            #expect(accepted.headers["location"] == Self.victim)
            #expect(try accepted.decoded(Branch.self).status == .creating)
            try await hold.reached()
            async let events = server.request("GET", Self.victim + "/events")
            let record = try await server.request("GET", Self.victim)?.decoded(Branch.self)
            #expect(record?.status == .creating)
            #expect(record?.progress?.phase == .copying)
            #expect(record?.strategyReason?.contains("in use") == true)
            await hold.release()
            let stream = try #require(try await events)
            #expect(stream.headers["content-type"] == "text/event-stream")
            let kinds = stream.body.split(separator: "\n").filter { $0.hasPrefix("event: ") }
            #expect(kinds.first == "event: phase")
            #expect(kinds.last == "event: ready")
        }
        try await scene.remove()
    }

    @Test func `a client that hangs up does not stop its create`() async throws {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { server in
            #expect(try await server.request("POST", APIPath.branches, body: Self.body, limit: 2) == nil)
            try await hold.reached()
            await hold.release()
            try await scene.waitUntilSettled()
            #expect(try await server.request("GET", Self.victim)?.decoded(Branch.self).status == .ready)
        }
        try await scene.remove()
    }

    @Test(arguments: strategies)
    func `a delete stops the create and leaves neither it nor its programs and sessions`(strategy: CloneStrategy)
        async throws
    {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { one in
            try await scene.server { two in
                async let created = one.request("POST", APIPath.branches, body: Self.body(strategy))
                try await hold.reached()
                #expect(try hold.tools().isEmpty == (strategy == .stream))
                #expect(try await two.request("DELETE", Self.victim)?.status == 200)
                let answer = try #require(try await created)
                #expect(answer.status == 409)
                #expect(try answer.decoded(Problem.self).code == .branchDeleted)
                try await scene.expectInvariants()
                try await eventually("the programs and sessions have ended", within: .seconds(5)) {
                    let sessions = try await hold.sessions()
                    return try hold.tools().isEmpty && sessions == 0
                }
                await hold.release()
            }
        }
        try await scene.remove()
    }

    @Test(arguments: strategies)
    func `a stop leaves no program or session behind, and the waiting client hears of it`(strategy: CloneStrategy)
        async throws
    {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { server in
            async let created = server.request("POST", APIPath.branches, body: Self.body(strategy))
            try await hold.reached()
            #expect(try hold.tools().isEmpty == (strategy == .stream))
            server.signal(SIGTERM)
            let answer = try await created
            let log = try server.log()
            #expect(answer?.status == 503, "\(String(describing: answer))\n\(log.suffix(4000))")
            #expect(try await server.waitForExit(within: .seconds(15)) == "exited(0)")
            #expect(try hold.tools() == [])
            #expect(try await hold.sessions() == 0)
            #expect(try await scene.count("SELECT count(*) FROM ayb.branch WHERE failure = 'interrupted'") == 1)
            try await scene.expectInvariants()
            await hold.release()
        }
        try await scene.remove()
    }

    @Test(arguments: strategies)
    func `a server that runs already takes over from one that is killed, and ends its programs`(strategy: CloneStrategy)
        async throws
    {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { survivor in
            try await scene.server { server in
                _ = try await server.request(
                    "POST", APIPath.branches, body: Self.body(strategy), headers: Self.withoutWaiting)
                try await hold.reached()
                server.signal(SIGKILL)
                #expect(try await server.waitForExit() == "signaled(9)")
            }
            try await scene.waitUntilSettled()
            #expect(try await survivor.request("GET", Self.victim)?.decoded(Branch.self).errorCode == .interrupted)
            try await scene.expectInvariants()
            try await eventually("the programs and sessions have ended") {
                let sessions = try await hold.sessions()
                return try hold.tools().isEmpty && sessions == 0
            }
            await hold.release()
            #expect(try await survivor.request("DELETE", Self.victim)?.status == 200)
            #expect(try await survivor.request("POST", APIPath.branches, body: Self.body)?.status == 201)
        }
        try await scene.remove()
    }

    @Test func `a restart of PostgreSQL fails the clone, and the next one works`() async throws {
        let scene = try await CrashScene.make()
        let hold = try await SourceHold(scene.source, in: scene.cluster)
        try await scene.server { server in
            async let created = server.request("POST", APIPath.branches, body: Self.body)
            try await hold.reached()
            try await scene.cluster.restart(mode: .immediate)
            await hold.release()
            try await scene.waitUntilSettled()
            let answer = try #require(try await created)
            #expect([502, 503].contains(answer.status), "\(answer)")
            let branch = try await server.request("GET", Self.victim)?.decoded(Branch.self)
            #expect(branch?.status == .failed)
            #expect(branch?.errorMessage?.isEmpty == false)
            try await scene.expectInvariants()
            #expect(try hold.tools() == [])
            #expect(try await server.request("DELETE", Self.victim)?.status == 200)
            #expect(try await server.request("POST", APIPath.branches, body: Self.body)?.status == 201)
        }
        try await scene.remove()
    }
}
