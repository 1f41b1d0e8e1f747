import BranchingCore
import BranchingHTTP
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

struct ProblemTests {
    let test = TestAPI()

    @Test(arguments: ["/", "/nothing", "/api", "/api/admin/nothing", "/api/admin/branches/a/nothing", "/health/x"])
    func `a path that does not exist is a problem`(_ path: String) async throws {
        let answer = try await test.send(.get, path)
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(try answer.problem.code == .notFound)
    }

    @Test(arguments: [
        ("PUT", "/api/admin/branches", "GET, POST"), ("POST", "/api/admin/branches/a", "DELETE, GET"),
        ("DELETE", "/api/admin/diff", "POST"), ("BREW", "/health", "GET"),
        ("POST", "/api/admin/branches/a/events", "GET"),
    ])
    func `the error about a wrong method names the right ones`(
        _ method: String, _ path: String, _ allow: String
    )
        async throws
    {
        let answer = try await test.send(try #require(HTTPRequest.Method(method)), path)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == allow)
        #expect(try answer.problem.code == .methodNotAllowed)
    }

    @Test(arguments: [
        (BranchError.unavailable("PostgreSQL does not answer."), ProblemCode.databaseUnavailable),
        (.notConfigured("Set database.url."), .branchingNotConfigured),
    ])
    func `an outage is reported with its reason and when to try again`(_ error: BranchError, _ code: ProblemCode)
        async throws
    {
        await test.service.setOutage(error)
        let requests: [(HTTPRequest.Method, String, String?)] = [
            (.get, TestAPI.branches, nil), (.get, TestAPI.branches + "/a", nil),
            (.delete, TestAPI.branches + "/a", nil), (.get, TestAPI.branches + "/a/events", nil),
            (.post, TestAPI.branches, #"{"name":"a"}"#),
        ]
        for (method, path, body) in requests {
            let answer = try await test.send(method, path, body: body)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "5")
            #expect(try answer.problem.code == code)
            #expect(try answer.problem.detail == error.description)
        }
        await test.service.setOutage(nil)
        #expect(try await test.send(.get, TestAPI.branches).status == .ok)
    }

    @Test func `an outage leaves liveness and changes readiness and status`() async throws {
        for path in ["/health", "/livez", "/readyz"] {
            let answer = try await test.send(.get, path, authorization: nil)
            #expect(answer.status == .ok)
            #expect(answer.text == #"{"status":"ok"}"#)
        }
        await test.service.setOutage(.unavailable("PostgreSQL does not answer."))
        #expect(try await test.send(.get, "/health", authorization: nil).status == .ok)
        #expect(try await test.send(.get, "/livez", authorization: nil).status == .ok)
        let readiness = try await test.send(.get, "/readyz", authorization: nil)
        #expect(readiness.status == .serviceUnavailable)
        #expect(readiness.text == #"{"status":"unavailable"}"#)
        let status = try await test.send(.get, "/api/admin/status").decode(ServiceStatus.self)
        #expect(status.branching == .init(configured: true, available: false, reason: "PostgreSQL does not answer."))
    }

    @Test func `an unknown error reveals nothing`() async throws {
        struct Odd: Error { let text = "hunter2" }
        let router = test.api.router()
        router.get("odd") { _, _ -> String in throw Odd() }
        let answer = try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/odd", method: .get)
        }
        #expect(answer.status == .internalServerError)
        #expect(try answer.problem.code == .internalError)
        #expect(!answer.text.contains("hunter2") && !answer.text.contains("Odd"))
    }

    @Test(arguments: ["/health", "/nothing", "/api/admin/branches", "/api/admin/nothing"])
    func `every answer has a request id and says not to guess or keep it`(_ path: String) async throws {
        for authorization in [nil, "Bearer \(TestAPI.token)"] {
            let answer = try await test.send(.get, path, authorization: authorization)
            let id = try #require(answer.headers[.requestID])
            #expect(id.count == 32)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.cacheControl] == "no-store")
            if answer.status.kind == .clientError { #expect(try answer.problem.requestID == id) }
        }
    }

    @Test(arguments: [("A-1.b_c", true), ("x y", false), ("é", false), (String(repeating: "a", count: 65), false)])
    func `a sane request id of the client is kept`(_ id: String, _ isKept: Bool) async throws {
        let answer = try await test.send(.get, "/health", headers: [.requestID: id])
        #expect((answer.headers[.requestID] == id) == isKept)
    }
}
