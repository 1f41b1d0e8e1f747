import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// The code of `ayb dashboard`.
@Suite struct OneTimeCodeTests {
    let test = TestAPI()

    private func code(for key: Secret) async throws -> IssuedCodeBody {
        let answer = try await test.send(
            .post, APIPath.signInCodes, authorization: "Bearer \(key.reveal())")
        #expect(answer.status == .created)
        return try answer.decode(IssuedCodeBody.self)
    }

    private func redeem(_ code: Secret, on test: TestAPI? = nil) async throws -> TestResponse {
        try await (test ?? self.test).send(
            .post, APIPath.session, body: #"{"code":"\#(code.reveal())"}"#, authorization: nil, headers: TestAPI.ownPage
        )
    }

    @Test(arguments: [AccessRole?.none, .viewer, .developer, .operator, .admin])
    func `a code signs in as whoever asked for it, once`(_ role: AccessRole?) async throws {
        let key = try await role.asyncMap { try await test.key($0) }
        let issued = try await code(for: key?.secret ?? Secret(TestAPI.token))
        #expect(issued.path == "/admin/sign-in")
        #expect((0...60).contains(issued.expiresAt.timeIntervalSinceNow))
        let answer = try await redeem(issued.code)
        #expect(answer.status == .created)
        #expect(try answer.decode(SessionBody.self).caller.id == key?.key.id.rawValue ?? "root")
        #expect(try await redeem(issued.code).status == .unauthorized)
    }

    @Test func `a code holds on every server with the same admin token, for the root too`() async throws {
        let other = TestAPI(access: test.access)
        #expect(try await redeem(try await code(for: Secret(TestAPI.token)).code, on: other).status == .created)
        #expect(
            try await redeem(try await code(for: try await test.key(.viewer).secret).code, on: other).status == .created
        )
        let foreign = TestAPI(access: test.access, token: "another token of a server")
        #expect(try await redeem(try await code(for: Secret(TestAPI.token)).code, on: foreign).status == .unauthorized)
    }

    @Test func `a code is over with its key, and works from where the key does`() async throws {
        let key = try await test.key(.viewer)
        let issued = try await code(for: key.secret)
        _ = try await test.send(.delete, APIPath.key(key.key.id))
        #expect(try await redeem(issued.code).status == .unauthorized)
    }

    @Test func `a session cannot ask for a code, or it could go on for ever`() async throws {
        let browser = try await test.signIn(try await test.key(.admin).secret)
        let answer = try await test.send(.post, APIPath.signInCodes, by: browser)
        #expect(answer.status == .forbidden)
        #expect(try answer.problem.code == .keyRequired)
    }

    @Test func `where there is no dashboard, a code comes without its path`() async throws {
        let test = TestAPI(options: .init(dashboard: nil))
        let answer = try await test.send(.post, APIPath.signInCodes)
        #expect(try answer.decode(IssuedCodeBody.self).path == nil)
        #expect(try await test.send(.get, "/admin/sign-in", authorization: nil).status == .notFound)
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(_ transform: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
