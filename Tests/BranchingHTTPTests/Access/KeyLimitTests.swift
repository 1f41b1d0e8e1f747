import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

@Suite struct KeyLimitTests {
    let test = TestAPI()

    @Test(arguments: [
        (#"{"name_prefix":"ci-"}"#, #"{"name":"other","dry_run":true}"#, "name_prefix"),
        (#"{"sources":["branches"]}"#, #"{"name":"a","dry_run":true}"#, "sources"),
        (#"{"sources":["main"]}"#, #"{"name":"a","from":"b","dry_run":true}"#, "sources"),
        (#"{"sources":["main"]}"#, #"{"name":"a","from":"postgresql://h/d","dry_run":true}"#, "sources"),
    ])
    func `a limit of a key is named where it is met`(limits: String, body: String, member: String) async throws {
        let key = try await test.key(.operator, limits: limits)
        let answer = try await test.send(.post, TestAPI.branches, body: body, key: key)
        #expect(answer.status == .forbidden)
        #expect(try answer.problem.code == .limitExceeded)
        #expect(try answer.problem.detail?.contains(member) == true)
    }

    @Test func `a key has as many branches as it may, and one that is deleted makes room`() async throws {
        let key = try await test.key(.developer, limits: #"{"max_branches":1}"#)
        func create(_ name: String) async throws -> HTTPResponse.Status {
            try await test.send(.post, TestAPI.branches, body: #"{"name":"\#(name)"}"#, key: key).status
        }
        try await test.create("roots")
        #expect(try await create("a") == .created)
        let refused = try await test.send(.post, TestAPI.branches, body: #"{"name":"b"}"#, key: key)
        #expect(try refused.problem.code == .limitExceeded)
        #expect(try refused.problem.detail?.contains("max_branches") == true)
        #expect(try await test.send(.delete, TestAPI.branches + "/a", key: key).status == .ok)
        #expect(try await create("b") == .created)
    }

    @Test func `a key may be used from where its limits say only`() async throws {
        let authenticator = Authenticator(root: AdminKey(Secret("r")), store: test.access)
        let key = try await test.key(.viewer, limits: #"{"cidrs":["192.0.2.0/24","2001:db8::/32"]}"#)
        let log = BranchingHTTPLog.silent
        for address in ["192.0.2.77", "2001:db8::1", "::ffff:192.0.2.1", nil] {
            _ = try await authenticator.principal(for: key.secret.reveal(), from: address, log: log)
        }
        for address in ["192.0.3.1", "2001:db9::1", "127.0.0.1"] {
            await #expect(throws: AuthenticationFailure.elsewhere(key.key.id)) {
                try await authenticator.principal(for: key.secret.reveal(), from: address, log: log)
            }
        }
    }

    @Test func `ten wrong keys of an address in a minute are enough, and a key that works is let in all the same`()
        async throws
    {
        let authenticator = Authenticator(root: AdminKey(Secret("root of the tests")), store: test.access)
        let key = try await test.key(.viewer)
        let log = BranchingHTTPLog.silent
        let now = Date()
        func ask(_ token: String, _ address: String, at instant: Date) async throws {
            _ = try await authenticator.principal(for: token, from: address, log: log, at: instant)
        }
        try await ask(key.secret.reveal(), "192.0.2.1", at: now)
        for _ in 0..<10 {
            await #expect(throws: AuthenticationFailure.wrong) {
                try await ask(APIKeySecret.random().text.reveal(), "192.0.2.1", at: now)
            }
        }
        await #expect(throws: AuthenticationFailure.tooMany(retryAfter: 60)) {
            try await ask(APIKeySecret.random().text.reveal(), "192.0.2.1", at: now)
        }
        for second in [1.0, 30] { try await ask(key.secret.reveal(), "192.0.2.1", at: now + second) }
        try await ask("root of the tests", "192.0.2.1", at: now + 1)
        await #expect(throws: AuthenticationFailure.wrong) {
            try await ask(APIKeySecret.random().text.reveal(), "192.0.2.2", at: now + 1)
        }
        await #expect(throws: AuthenticationFailure.wrong) {
            try await ask(APIKeySecret.random().text.reveal(), "192.0.2.1", at: now + 61)
        }
    }

    @Test func `the answer to too many failures has the time to wait`() async throws {
        var answer = try await test.send(.get, TestAPI.branches, authorization: "Bearer wrong")
        for _ in 0..<10 { answer = try await test.send(.get, TestAPI.branches, authorization: "Bearer wrong") }
        #expect(answer.status == .tooManyRequests)
        #expect(answer.headers[.retryAfter].flatMap { Int($0) }.map { (1...60).contains($0) } == true)
        #expect(try answer.problem.code == .tooManyFailures)
    }
}
