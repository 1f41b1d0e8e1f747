import BranchingCore
import TestSupport
import Testing

/// The REST API of the real server on a real PostgreSQL.
@Suite struct ServerContractTests {
    private static let nasty = "p%40ss%3A%2Fw%25o%27r%20d"

    @Test func `the administration wants the key`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            for (key, path) in [
                (nil, APIPath.branches), ("wrong-key-of-nobody", APIPath.status), (nil, "/api/admin/no"),
            ] {
                let answer = try #require(try await server.request("GET", path, key: key))
                #expect(answer.status == 401)
                #expect(answer.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
                #expect(answer.headers["content-type"] == Problem.mediaType)
                #expect(try answer.decoded(Problem.self).code == (key == nil ? .unauthorized : .invalidKey))
                #expect(answer.headers["x-request-id"] != nil)
            }
            #expect(try await server.request("GET", APIPath.ready, key: nil)?.status == 200)
        }
        try await scene.remove()
    }

    @Test func `a branch is created, shown, connected to and deleted`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            let created = try #require(
                try await server.request("POST", APIPath.branches, body: #"{"name":"feature-auth"}"#))
            #expect(created.status == 201)
            #expect(created.headers["location"] == "/api/admin/branches/feature-auth")
            let branch = try created.decoded(Branch.self)
            #expect(branch.id.rawValue.hasPrefix("br_"))
            #expect(branch.branchDatabase == "ayb_branch_feature_auth")
            #expect(branch.sourceDatabase == scene.source)
            #expect(branch.status == .ready)
            #expect((branch.sizeBytes ?? 0) > 0)
            #expect(!created.body.contains("null"))
            let list = try await server.request("GET", APIPath.branches)?.decoded(BranchList.self)
            #expect(list?.branches == [branch])
            let connection = try #require(
                try await server.request("GET", APIPath.branches + "/feature-auth/connection"))
            #expect(connection.headers["cache-control"] == "no-store")
            #expect(!connection.body.contains("p%40ss"))
            let open = try await server.request("GET", APIPath.branches + "/feature-auth/connection?password=true")
            #expect(open?.body.contains(Self.nasty) == true)
            let events = try await server.request("GET", APIPath.branches + "/feature-auth/events")
            #expect(events?.body.contains("event: ready") == true)
            let deleted = try await server.request("DELETE", APIPath.branches + "/feature-auth")
            #expect(deleted?.body == #"{"status":"deleted"}"#)
            #expect(try await server.request("GET", APIPath.branches + "/feature-auth")?.status == 404)
        }
        try await scene.remove()
    }

    @Test func `what cannot be is refused with its code`() async throws {
        let scene = try await CrashScene.make()
        let refusals: [(String, Int, ProblemCode)] = [
            (#"{"name":"A"}"#, 400, .invalidBranchName), (#"{"name":""}"#, 400, .invalidBranchName),
            (#"{"name":"main"}"#, 400, .reservedBranchName), (#"{"name":"#, 400, .invalidJSON),
            (#"{"name":"a","form":"main"}"#, 400, .unknownMember),
            (#"{"name":"a","strategy":"magic"}"#, 400, .invalidRequest),
            (#"{"name":"a","from":"mysql://h/d"}"#, 400, .invalidSource),
            (#"{"name":"a","from":"postgresql://h/d?passfile=/etc/passwd"}"#, 400, .invalidSource),
            (#"{"name":"a","from":"host=h dbname=d sslkey=/k"}"#, 400, .invalidSource),
            (#"{"name":"a","from":"gone"}"#, 404, .branchNotFound), (#"{"name":"taken"}"#, 409, .branchExists),
            (#"{"name":"ta_ken"}"#, 409, .branchDatabaseTaken),
            (#"{"name":"a","from":"postgresql://u:hush@127.0.0.1:1/d"}"#, 502, .sourceUnreachable),
        ]
        try await scene.server { server in
            for name in ["taken", "ta-ken"] {
                #expect(
                    try await server.request("POST", APIPath.branches, body: #"{"name":"\#(name)"}"#)?.status == 201)
            }
            for (body, status, code) in refusals {
                let answer = try #require(try await server.request("POST", APIPath.branches, body: body))
                let problem = try answer.decoded(Problem.self)
                #expect(answer.status == status, "\(body)")
                #expect(problem.code == code, "\(body)")
                #expect(!answer.body.contains("hush"))
                if status == 502 {
                    #expect(problem.branch?.status == .failed)
                    #expect(problem.branch?.errorMessage?.isEmpty == false)
                }
            }
            #expect(try await server.request("POST", APIPath.diff, body: "{}")?.status == 400)
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `two names of 63 characters that differ in the last one live side by side`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            let stem = String(repeating: "x", count: 62)
            for name in [stem + "a", stem + "b"] {
                #expect(
                    try await server.request("POST", APIPath.branches, body: #"{"name":"\#(name)"}"#)?.status == 201)
            }
            #expect(try await server.request("DELETE", APIPath.branches + "/" + stem + "a")?.status == 200)
            #expect(try await server.request("GET", APIPath.branches + "/" + stem + "b")?.status == 200)
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `of fifty equal creates over two servers one succeeds`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { one in
            try await scene.server { two in
                let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
                    for number in 0..<50 {
                        let server = number.isMultiple(of: 2) ? one : two
                        group.addTask {
                            try await server.request("POST", APIPath.branches, body: #"{"name":"same"}"#)?.status
                        }
                    }
                    return try await group.reduce(into: [Int?]()) { $0.append($1) }
                }
                #expect(statuses.filter { $0 == 201 }.count == 1)
                #expect(statuses.filter { $0 == 409 }.count == 49)
                try await scene.expectInvariants()
            }
        }
        try await scene.remove()
    }

    @Test func `two servers that create and delete at the same time do no harm`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { one in
            try await scene.server { two in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for worker in 0..<6 {
                        group.addTask {
                            let server = worker.isMultiple(of: 2) ? one : two
                            for round in 0..<4 {
                                let name = "b\((worker + round) % 4)"
                                let body = #"{"name":"\#(name)"}"#
                                let created =
                                    try await server.request("POST", APIPath.branches, body: body)?.status ?? 0
                                #expect([201, 409].contains(created), "create: \(created)")
                                let deleted =
                                    try await server.request("DELETE", APIPath.branches + "/" + name)?.status ?? 0
                                #expect([200, 404].contains(deleted), "delete: \(deleted)")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                try await scene.waitUntilSettled()
                try await scene.expectInvariants()
            }
        }
        try await scene.remove()
    }

    @Test func `without a database the reason is given, and nothing fails`() async throws {
        try await ServerProcess.run(database: nil) { server in
            let answer = try #require(try await server.request("GET", APIPath.branches))
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] != nil)
            #expect(try answer.decoded(Problem.self).code == .branchingNotConfigured)
            let status = try await server.request("GET", APIPath.status)?.decoded(ServiceStatus.self)
            #expect(status?.branching.configured == false)
            #expect(try await server.request("GET", APIPath.ready)?.status == 503)
        }
    }

    @Test func `a server outlives PostgreSQL and works again when it is back`() async throws {
        let scene = try await CrashScene.make()
        try await scene.cluster.stop()
        try await scene.server { server in
            let answer = try #require(try await server.request("GET", APIPath.branches))
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] != nil)
            #expect(try answer.decoded(Problem.self).code == .databaseUnavailable)
            try await scene.cluster.start()
            #expect(try await server.request("POST", APIPath.branches, body: #"{"name":"a"}"#)?.status == 201)
            try await scene.cluster.restart(mode: .immediate)
            try await eventually("it works again") { try await server.request("GET", APIPath.branches)?.status == 200 }
        }
        try await scene.remove()
    }
}
