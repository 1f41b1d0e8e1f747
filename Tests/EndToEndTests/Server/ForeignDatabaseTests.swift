import BranchingCore
import TestSupport
import Testing

/// Databases that are not ours, whatever their names.
@Suite(.timeLimit(.minutes(5))) struct ForeignDatabaseTests {
    @Test(arguments: CloneStrategy.allCases)
    func `one that has the name of our next temporary database is left alone`(strategy: CloneStrategy) async throws {
        let scene = try await CrashScene.make()
        try await scene.cluster.psql("CREATE TABLE mine (a int)", database: "ayb_tmp_1")
        try await scene.server { server in
            #expect(try await scene.count("SELECT setval('ayb.operation', 1, false)") == 1)
            let body = #"{"name":"victim","strategy":"\#(strategy.rawValue)"}"#
            #expect(try await server.request("POST", APIPath.branches, body: body)?.status == 201)
            #expect(try await scene.cluster.psql("SELECT count(*) FROM mine", database: "ayb_tmp_1") == "0")
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `one that has a branch's name is neither taken nor dropped`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            let answer = try await server.request("POST", APIPath.branches, body: #"{"name":"foreign"}"#)
            #expect(answer?.status == 409)
            #expect(try answer?.decoded(Problem.self).code == .branchDatabaseTaken)
            for query in ["", "?force=true"] {
                #expect(try await server.request("DELETE", APIPath.branches + "/foreign" + query)?.status == 404)
            }
            try await scene.expectInvariants()
        }
        try await scene.remove()
    }

    @Test func `one that took the place of a branch's own is not dropped with the branch`() async throws {
        let scene = try await CrashScene.make()
        try await scene.server { server in
            #expect(try await server.request("POST", APIPath.branches, body: #"{"name":"victim"}"#)?.status == 201)
            try await scene.cluster.dropDatabase("ayb_branch_victim")
            try await scene.cluster.psql("CREATE DATABASE ayb_branch_victim")
            let refused = try await server.request("DELETE", APIPath.branches + "/victim")
            #expect(refused?.status == 409)
            #expect(try refused?.decoded(Problem.self).code == .branchDatabaseNotOurs)
            #expect(try await server.request("DELETE", APIPath.branches + "/victim?force=true")?.status == 200)
            #expect(
                try await scene.cluster.psql("SELECT count(*) FROM pg_database WHERE datname = 'ayb_branch_victim'")
                    == "1")
        }
        try await scene.remove()
    }
}
