import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// The sessions of all browsers, what is on record of them, and what is not.
@Suite struct SessionListTests {
    let recorder = LogRecorder()
    let test: TestAPI

    init() { test = TestAPI(logger: recorder.logger) }

    @Test func `an admin sees the sessions of all browsers, and ends one`() async throws {
        let key = try await test.key(.viewer, name: "<script>")
        let (browser, admin) = (
            try await test.signIn(key.secret), try await test.signIn(try await test.key(.admin).secret)
        )
        let list = try await test.send(.get, APIPath.sessions, by: admin).decode(SessionList.self).sessions
        #expect(Set(list.map(\.id)) == Set([browser, admin].compactMap(\.body.session?.id)))
        #expect(list.contains { $0.keyName == "<script>" && $0.role == .viewer && $0.keyID == key.key.id })
        let id = try #require(browser.body.session?.id)
        #expect(try await test.send(.delete, APIPath.session(id), by: admin).status == .ok)
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .unauthorized)
        let again = try await test.send(.delete, APIPath.session(id), by: admin)
        #expect(again.status == .notFound)
        #expect(try again.problem.code == .sessionNotFound)
    }

    @Test func `a session ends at once where its key is revoked`() async throws {
        let key = try await test.key(.viewer)
        let browser = try await test.signIn(key.secret)
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .ok)
        _ = try await test.send(.delete, APIPath.key(key.key.id))
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .unauthorized)
    }

    @Test func `who signed in and out, and what a session did, is on record with the session`() async throws {
        let key = try await test.key(.operator, name: "anna")
        let browser = try await test.signIn(key.secret)
        let id = try #require(browser.body.session?.id.rawValue)
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, by: browser)
        _ = try await test.send(.delete, APIPath.sessions + "/\(id)", by: browser)
        _ = try await test.send(.delete, APIPath.session, by: browser)
        let other = try await test.signIn(key.secret)
        _ = try await test.send(.delete, APIPath.session(try #require(other.body.session?.id)))
        let entries = try await test.access.audit(AuditFilter()).filter { $0.action != "key.create" }
        #expect(
            entries.map(\.action) == [
                "session.revoke", "session.create", "session.end", "session.revoke", "branch.create", "session.create",
            ])
        #expect(
            entries.map(\.result) == ["ok", "ok", "ok", "insufficient_scope", "ok", "ok"])
        #expect(entries.map(\.session) == [nil, nil, id, id, id, nil])
        #expect(entries.last?.subject == id && entries.last?.actorName == "anna")
        #expect(entries.allSatisfy { $0.actor == (entries[0] == $0 ? "root" : key.key.id.rawValue) })
    }

    @Test func `no cookie, form token or code is in a list, the trail, an error or the log`() async throws {
        let browser = try await test.signIn(Secret(TestAPI.token))
        let code = try await test.send(.post, APIPath.signInCodes).decode(IssuedCodeBody.self).code.reveal()
        let secrets = [
            String(browser.cookie.split(separator: "=")[1]), try #require(browser.body.formToken), code,
            String(code.dropFirst("ayb_once_".count)), TestAPI.token,
        ]
        var texts: [String] = []
        for path in [APIPath.sessions, APIPath.audit, "/api/admin/nothing", APIPath.keys] {
            texts.append(try await test.send(.get, path, by: browser).text)
        }
        for _ in 0..<2 {
            let answer = try await test.send(.post, APIPath.session, body: #"{"code":"\#(code)"}"#, authorization: nil)
            if answer.status != .created { texts.append(answer.text) }
        }
        texts.append(try await test.send(.delete, APIPath.session, by: browser).text)
        texts.append(try await test.send(.get, APIPath.session, by: browser).text)
        texts.append(try await test.submit("/admin/sign-in", "key=\(code)").text)
        texts += recorder.lines.map { "\($0)" }
        #expect(texts.count > 15)
        for text in texts { for secret in secrets { #expect(!text.contains(secret)) } }
    }
}
