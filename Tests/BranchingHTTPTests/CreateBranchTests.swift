import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

struct CreateBranchTests {
    let test = TestAPI(cloneDuration: .milliseconds(5))

    @Test func `a create answers with the ready record and where it is`() async throws {
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"feature-auth","from":"main","strategy":"auto"}"#)
        #expect(answer.status == .created)
        #expect(answer.headers[.location] == "/api/admin/branches/feature-auth")
        let branch = try answer.decode(Branch.self)
        #expect(branch.status == .ready)
        #expect(branch.name.rawValue == "feature-auth")
        #expect(branch.branchDatabase == "ayb_branch_feature_auth")
        #expect(branch.sourceDatabase == InMemoryBranchService.sourceDatabase)
        #expect(branch.strategy == .template)
        #expect(branch.sizeBytes == InMemoryBranchService.sourceBytes)
    }

    @Test(arguments: ["respond-async", "wait=5, Respond-Async", "respond-async; x=y", " respond-async "])
    func `a create that should not wait answers with the record as creating`(_ prefer: String) async throws {
        await test.service.holdClones()
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"later"}"#, headers: [.prefer: prefer])
        #expect(answer.status == .accepted)
        #expect(answer.headers[.preferenceApplied] == "respond-async")
        #expect(answer.headers[.location] == "/api/admin/branches/later")
        let branch = try answer.decode(Branch.self)
        #expect(branch.status == .creating)
        await test.service.releaseClones()
        #expect(try await test.service.settled(branch).status == .ready)
    }

    @Test(arguments: ["wait=5", "respond-async-not", "handling=strict"])
    func `other preferences change nothing`(_ prefer: String) async throws {
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"now"}"#, headers: [.prefer: prefer])
        #expect(answer.status == .created)
        #expect(answer.headers[.preferenceApplied] == nil)
    }

    @Test func `a dry run answers with the plan and changes nothing`() async throws {
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"maybe","dry_run":true}"#, headers: [.prefer: "respond-async"])
        #expect(answer.status == .ok)
        let plan = try answer.decode(ClonePlan.self)
        #expect(plan.strategy == .template)
        #expect(plan.branchDatabase == "ayb_branch_maybe")
        #expect(try await test.service.branches(status: nil).isEmpty)
    }

    @Test(arguments: [
        (FailureCode.cloneFailed, ProblemCode.cloneFailed), (.sourceUnreachable, .sourceUnreachable),
        (.sourceInUse, .cloneFailed),
    ])
    func `the answer to a clone that fails has the failed record`(_ code: FailureCode, _ problemCode: ProblemCode)
        async throws
    {
        await test.service.failClones(code: code, message: "The reason in words.")
        let answer = try await test.send(.post, TestAPI.branches, body: #"{"name":"bad"}"#)
        #expect(answer.status == .badGateway)
        let problem = try answer.problem
        #expect(problem.code == problemCode)
        #expect(problem.branch?.status == .failed)
        #expect(problem.branch?.errorMessage == "The reason in words.")
        #expect(problem.detail?.contains("The reason in words.") == true)
    }

    @Test func `a name that is taken is a conflict`() async throws {
        try await test.create("feature-auth")
        let same = try await test.send(.post, TestAPI.branches, body: #"{"name":"feature-auth"}"#)
        #expect(same.status == .conflict)
        #expect(try same.problem.code == .branchExists)
        let alike = try await test.send(.post, TestAPI.branches, body: #"{"name":"feature_auth"}"#)
        #expect(alike.status == .conflict)
        #expect(try alike.problem.code == .branchDatabaseTaken)
        #expect(try alike.problem.detail?.contains("'feature-auth'") == true)
    }

    @Test func `a missing branch cannot be branched`() async throws {
        let answer = try await test.send(.post, TestAPI.branches, body: #"{"name":"a","from":"nowhere"}"#)
        #expect(answer.status == .notFound)
        #expect(try answer.problem.code == .branchNotFound)
    }
}
