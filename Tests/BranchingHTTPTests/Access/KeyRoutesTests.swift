import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

@Suite struct KeyRoutesTests {
    let test = TestAPI()

    private func expectInvalid(_ answer: TestResponse) throws {
        #expect(answer.status == .unauthorized)
        #expect(try answer.problem.code == .invalidKey)
        #expect(answer.headers[.wwwAuthenticate]?.contains(#"error="invalid_token""#) == true)
    }

    @Test func `a new key works, is shown once, and tells who it is`() async throws {
        let answer = try await test.send(
            .post, APIPath.keys,
            body: #"{"name":"ci","role":"developer","limits":{"name_prefix":"ci-","max_branches":2}}"#)
        #expect(answer.status == .created)
        let issued = try answer.decode(IssuedKeyBody.self)
        #expect(answer.headers[.location] == APIPath.key(issued.key.id))
        #expect(answer.headers[.cacheControl]?.contains("no-store") == true)
        #expect(issued.secret.reveal().wholeMatch(of: /ayb_[0-9A-Za-z]{36}/) != nil)
        #expect(issued.key.prefix == String(issued.secret.reveal().prefix(8)))
        let lifetime = try #require(issued.key.expiresAt).timeIntervalSince(issued.key.createdAt)
        #expect(lifetime == 90 * 86_400)
        let who = try await test.send(.get, APIPath.ownKey, key: issued).decode(SelfBody.self)
        #expect(who.id == issued.key.id.rawValue && who.name == "ci" && who.role == .developer)
        #expect(who.limits.maxBranches == 2)
        for path in [APIPath.keys, APIPath.key(issued.key.id), APIPath.audit] {
            let text = try await test.send(.get, path).text
            #expect(text.contains(issued.key.id.rawValue) && !text.contains(issued.secret.reveal()))
        }
        #expect(try await test.send(.get, APIPath.ownKey).decode(SelfBody.self).id == "root")
    }

    @Test(arguments: [
        #"{"role":"viewer"}"#, #"{"name":"a"}"#, #"{"name":"","role":"viewer"}"#, #"{"name":"a","role":"boss"}"#,
        #"{"name":"a\u202Eb","role":"viewer"}"#, #"{"name":" a","role":"viewer"}"#,
        #"{"name":"a","role":"viewer","ttl_seconds":5}"#, #"{"name":"a","role":"viewer","ttl_seconds":9e99}"#,
        #"{"name":"a","role":"viewer","limits":null}"#, #"{"name":"a","role":"viewer","limits":{"max":1}}"#,
        #"{"name":"a","role":"viewer","limits":{"cidrs":["10.0.0.1/8"]}}"#,
        #"{"name":"a","role":"viewer","limits":{"cidrs":[]}}"#,
        #"{"name":"a","role":"viewer","limits":{"sources":[]}}"#,
        #"{"name":"a","role":"viewer","limits":{"max_branches":0}}"#,
        #"{"name":"a","role":"viewer","limits":{"name_prefix":"A"}}"#, #"{"name":"a","role":"viewer","secret":"x"}"#,
    ])
    func `a key that does not make sense is refused`(_ body: String) async throws {
        #expect(try await test.send(.post, APIPath.keys, body: body).status == .badRequest)
        #expect(try await test.access.keys().isEmpty)
    }

    @Test func `a name is taken as long as its key works`() async throws {
        let first = try await test.key(.viewer, name: "ci")
        let again = try await test.send(.post, APIPath.keys, body: #"{"name":"ci","role":"viewer"}"#)
        #expect(again.status == .conflict)
        #expect(try again.problem.code == .keyExists)
        #expect(try await test.send(.delete, APIPath.key(first.key.id)).decode(APIKey.self).revokedAt != nil)
        #expect(try await test.send(.post, APIPath.keys, body: #"{"name":"ci","role":"viewer"}"#).status == .created)
    }

    @Test func `a revoked key is refused at once`() async throws {
        let key = try await test.key(.viewer)
        #expect(try await test.send(.get, TestAPI.branches, key: key).status == .ok)
        _ = try await test.send(.delete, APIPath.key(key.key.id))
        try expectInvalid(try await test.send(.get, TestAPI.branches, key: key))
        for (method, suffix, body) in [(HTTPRequest.Method.patch, "", #"{"name":"x"}"#), (.post, "/rotate", "{}")] {
            let answer = try await test.send(method, APIPath.key(key.key.id) + suffix, body: body)
            #expect(answer.status == .conflict)
            #expect(try answer.problem.code == .keyRevoked)
        }
    }

    @Test func `a key that was revoked by another server is refused within five seconds`() async throws {
        let authenticator = Authenticator(root: AdminKey(Secret("r")), store: test.access)
        let key = try await test.key(.viewer)
        let now = Date()
        let token = key.secret.reveal()
        _ = try await authenticator.principal(for: token, from: nil, log: BranchingHTTPLog.silent, at: now)
        _ = try await test.access.revoke(key.key.id, at: now)
        await #expect(throws: AuthenticationFailure.ended(key.key.id)) {
            try await authenticator.principal(for: token, from: nil, log: BranchingHTTPLog.silent, at: now + 5)
        }
    }

    @Test func `an expired key is refused, to the second`() async throws {
        let authenticator = Authenticator(root: AdminKey(Secret("r")), store: test.access)
        let key = try await test.key(.viewer, ttl: "60")
        let end = try #require(key.key.expiresAt)
        let log = BranchingHTTPLog.silent
        _ = try await authenticator.principal(for: key.secret.reveal(), from: nil, log: log, at: end - 1)
        await #expect(throws: AuthenticationFailure.ended(key.key.id)) {
            try await authenticator.principal(for: key.secret.reveal(), from: nil, log: log, at: end)
        }
    }

    @Test func `a rotated key works with both secrets for the time of grace`() async throws {
        let authenticator = Authenticator(root: AdminKey(Secret("r")), store: test.access)
        let old = try await test.key(.viewer)
        let new = try await test.send(
            .post, APIPath.key(old.key.id) + "/rotate", body: #"{"grace_seconds":100}"#
        ).decode(IssuedKeyBody.self)
        #expect(new.key.id == old.key.id && new.secret != old.secret)
        let log = BranchingHTTPLog.silent
        let now = Date()
        for secret in [old.secret, new.secret] {
            let principal = try await authenticator.principal(for: secret.reveal(), from: nil, log: log, at: now)
            #expect(principal.id == old.key.id.rawValue)
        }
        await #expect(throws: AuthenticationFailure.wrong) {
            try await authenticator.principal(for: old.secret.reveal(), from: nil, log: log, at: now + 101)
        }
        _ = try await authenticator.principal(for: new.secret.reveal(), from: nil, log: log, at: now + 101)
    }

    @Test func `a key with a wrong checksum is refused without a query, and so is any other text`() async throws {
        await test.access.setOutage(.unavailable("away"))
        let damaged = "ayb_" + String(repeating: "0", count: 36)
        for token in [damaged, "ayb_short", "Bearer", "x"] {
            try expectInvalid(try await test.send(.get, TestAPI.branches, authorization: "Bearer \(token)"))
        }
        let key = APIKeySecret.random().text.reveal()
        #expect(
            try await test.send(.get, TestAPI.branches, authorization: "Bearer \(key)").status == .serviceUnavailable)
        // The root needs no store.
        #expect(try await test.send(.get, APIPath.ownKey).status == .ok)
    }
}
