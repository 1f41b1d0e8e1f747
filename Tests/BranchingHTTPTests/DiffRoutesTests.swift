import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

@Suite struct DiffRoutesTests {
    private static let path = "/api/admin/diff"
    private let test = TestAPI()

    @Test func `two databases are compared as the body says`() async throws {
        try await test.create("a")
        let change = SchemaChange(kind: "table", object: "s.t", action: .drop, hazards: [Hazard(.deletesData)])
        await test.service.setChanges([change])
        let answer = try await test.send(
            .post, Self.path,
            body: #"{"from":"main","to":"a","ignore":["owner"],"renames":{"s.t":"s.u"},"verify":true}"#)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/json")
        let report = try answer.decode(DiffReport.self)
        #expect(report.from == "main" && report.to == "a")
        #expect(report.changes == [change])
        #expect(report.summary.drop == 1 && report.summary.hazards == ["deletes_data": 1])
        #expect(report.verification?.equal == true)
        let request = try #require(await test.service.lastDiff)
        #expect(request.options.ignored == [.owner] && request.options.renames == ["s.t": "s.u"])
    }

    @Test func `the key is wanted`() async throws {
        let answer = try await test.send(.post, Self.path, body: #"{"from":"main","to":"main"}"#, authorization: nil)
        #expect(answer.status == .unauthorized)
    }

    @Test(arguments: [
        (#"{"from":"main"}"#, ProblemCode.invalidRequest, "'to' is missing"),
        (#"{"from":"main","to":"main","sql":true}"#, .unknownMember, "sql"),
        (#"{"from":"main","to":"main","ignore":["x"]}"#, .invalidRequest, "'ignore'"),
        (#"{"from":"main","to":"main","ignore":"owner"}"#, .invalidRequest, "'ignore'"),
        (#"{"from":"main","to":"main","verify":1}"#, .invalidRequest, "'verify'"),
        (#"{"from":"Upper","to":"main"}"#, .invalidSource, "'from'"),
        (#"{"from":"main","to":null}"#, .invalidRequest, "'to'"), ("[]", .invalidRequest, "object"),
        ("{", .invalidJSON, "JSON"),
    ])
    func `a body that does not fit is refused`(body: String, code: ProblemCode, words: String) async throws {
        let answer = try await test.send(.post, Self.path, body: body)
        #expect(answer.status == .badRequest)
        #expect(try answer.problem.code == code)
        let detail = try #require(try answer.problem.detail)
        #expect(detail.contains(words))
    }

    @Test func `the code says whether an operand is missing or not ready`() async throws {
        let missing = try await test.send(.post, Self.path, body: #"{"from":"nope","to":"main"}"#)
        #expect(missing.status == .notFound)
        #expect(try missing.problem.code == .branchNotFound)

        await test.service.holdClones()
        let created = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"young"}"#, headers: [.prefer: "respond-async"])
        #expect(created.status == .accepted)
        let young = try await test.send(.post, Self.path, body: #"{"from":"main","to":"young"}"#)
        #expect(young.status == .conflict)
        #expect(try young.problem.code == .branchNotReady)
        await test.service.releaseClones()
    }

    @Test func `a strict comparison lists what it cannot compare`() async throws {
        let object = UnsupportedObject(catalog: "pg_foo", description: "foo of bar")
        await test.service.setChanges([], unsupported: [object])
        let answer = try await test.send(.post, Self.path, body: #"{"from":"main","to":"main","strict":true}"#)
        #expect(answer.status.code == 422)
        #expect(try answer.problem.code == .unsupportedObjects)
        let detail = try #require(try answer.problem.detail)
        #expect(detail.contains("foo of bar (pg_foo)"))
        let relaxed = try await test.send(.post, Self.path, body: #"{"from":"main","to":"main"}"#)
        #expect(try relaxed.decode(DiffReport.self).unsupported == [object])
    }

    @Test(arguments: [
        (BranchError.sourceUnreachable("x"), 502, ProblemCode.sourceUnreachable),
        (.insufficientPrivilege("x"), 403, .insufficientPrivilege),
        (.verificationFailed("x"), 502, .verificationFailed),
        (.notConfigured("x"), 503, .branchingNotConfigured), (.unavailable("x"), 503, .databaseUnavailable),
    ])
    func `a failure keeps its words and gets its status`(error: BranchError, status: Int, code: ProblemCode)
        async throws
    {
        await test.service.setOutage(error)
        let answer = try await test.send(.post, Self.path, body: #"{"from":"main","to":"main"}"#)
        #expect(answer.status.code == status)
        #expect(try answer.problem.code == code)
        #expect(try answer.problem.detail == "x")
    }
}
