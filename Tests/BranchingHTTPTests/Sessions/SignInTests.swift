import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// Signing a browser in and out.
@Suite struct SignInTests {
    let test = TestAPI()

    @Test func `a key signs a browser in, and the cookie alone then does what the key may do`() async throws {
        let key = try await test.key(.developer, name: "anna")
        let answer = try await test.send(
            .post, APIPath.session, body: #"{"key":"\#(key.secret.reveal())"}"#, authorization: nil,
            headers: [.secFetchSite: "same-origin", .userAgent: String(repeating: "x", count: 300)])
        #expect(answer.status == .created)
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.wholeMatch(of: /ayb_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict/) != nil)
        let body = try answer.decode(SessionBody.self)
        #expect(body.caller.id == key.key.id.rawValue && body.caller.role == .developer && body.caller.name == "anna")
        #expect(body.session?.userAgent == String(repeating: "x", count: 200))
        let browser = TestBrowser(cookie: String(cookie.prefix { $0 != ";" }), body: body)
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .ok)
        #expect(try await test.send(.get, APIPath.session, by: browser).decode(SessionBody.self) == body)
        #expect(try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, by: browser).status == .created)
        let made = try await test.send(.get, TestAPI.branches + "/a", by: browser).decode(Branch.self)
        #expect(made.owner == key.key.id.rawValue)
        #expect(try await test.send(.get, APIPath.keys, by: browser).status == .forbidden)
    }

    @Test func `the admin token signs a browser in as the root`() async throws {
        let browser = try await test.signIn(Secret(TestAPI.token))
        #expect(browser.body.caller.id == "root" && browser.body.session?.keyID == nil)
        #expect(try await test.send(.get, APIPath.keys, by: browser).status == .ok)
    }

    @Test func `over TLS the cookie is a secure one of this host only`() async throws {
        let key = try await test.key(.viewer)
        let body = #"{"key":"\#(key.secret.reveal())"}"#
        let answer = try await test.send(
            .post, APIPath.session, body: body, authorization: nil, headers: [.origin: "https://localhost"])
        let cookie = try #require(answer.headers[.setCookie])
        #expect(
            cookie.wholeMatch(of: /__Host-ayb_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict/)
                != nil)
    }

    @Test func `signing out ends the session, and has the browser forget its cookie`() async throws {
        let browser = try await test.signIn(try await test.key(.viewer).secret)
        let answer = try await test.send(.delete, APIPath.session, by: browser)
        #expect(answer.status == .ok)
        #expect(answer.headers[.setCookie] == "ayb_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
        let after = try await test.send(.get, TestAPI.branches, by: browser)
        #expect(after.status == .unauthorized)
        #expect(try after.problem.code == .invalidSession)
    }

    @Test func `a key has no session to end`() async throws {
        let answer = try await test.send(.delete, APIPath.session)
        #expect(answer.status == .notFound)
        #expect(try answer.problem.code == .sessionNotFound)
        #expect(try await test.send(.get, APIPath.session).decode(SessionBody.self).session == nil)
    }

    @Test func `whatever is wrong with a key or a code, the answer is the same`() async throws {
        let revoked = try await test.key(.viewer)
        _ = try await test.send(.delete, APIPath.key(revoked.key.id))
        var answers: Set<String> = []
        for body in [
            #"{"key":"hunter2"}"#, #"{"key":"\#(APIKeySecret.random().text.reveal())"}"#, #"{"key":""}"#,
            #"{"key":"\#(revoked.secret.reveal())"}"#, #"{"code":"hunter2"}"#,
            #"{"code":"\#(OneTimeCode.random().text.reveal())"}"#,
        ] {
            let answer = try await test.send(.post, APIPath.session, body: body, authorization: nil)
            #expect(answer.status == .unauthorized)
            #expect(answer.headers[.setCookie] == nil)
            let problem = try answer.problem
            #expect(problem.code == .signInFailed)
            answers.insert(problem.detail ?? "")
            #expect(!answer.text.contains("hunter2"))
        }
        #expect(answers.count == 1)
        let actors = try await test.access.audit(AuditFilter(action: "session.refused")).map(\.actor)
        #expect(actors.count == 6 && Set(actors) == ["unknown", revoked.key.id.rawValue])
    }

    @Test func `after ten wrong ones from an address nothing signs in there for a minute, not even the right key`()
        async throws
    {
        let key = try await test.key(.viewer)
        let right = #"{"key":"\#(key.secret.reveal())"}"#
        #expect(try await test.send(.get, TestAPI.branches, key: key).status == .ok)
        for _ in 0..<10 {
            let answer = try await test.send(.post, APIPath.session, body: #"{"key":"x"}"#, authorization: nil)
            #expect(answer.status == .unauthorized)
        }
        for body in [#"{"key":"x"}"#, right, #"{"key":"\#(TestAPI.token)"}"#] {
            let answer = try await test.send(.post, APIPath.session, body: body, authorization: nil)
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.setCookie] == nil)
            let seconds = try #require(answer.headers[.retryAfter].flatMap { Int($0) })
            #expect((1...60).contains(seconds))
        }
        // A key that was seen to work is let in all the same.
        #expect(try await test.send(.get, TestAPI.branches, key: key).status == .ok)
    }

    @Test(arguments: [
        "{}", #"{"key":"a","code":"b"}"#, #"{"key":null}"#, #"{"key":1}"#, #"{"token":"a"}"#, "",
    ])
    func `a body that is no sign-in is refused`(_ body: String) async throws {
        #expect(try await test.send(.post, APIPath.session, body: body, authorization: nil).status == .badRequest)
    }

    @Test(arguments: ["cross-site", "same-site", "none", "nonsense"])
    func `another site cannot sign a browser in`(_ site: String) async throws {
        let key = try await test.key(.viewer)
        let answer = try await test.send(
            .post, APIPath.session, body: #"{"key":"\#(key.secret.reveal())"}"#, authorization: nil,
            headers: [.secFetchSite: site])
        #expect(answer.status == .forbidden)
        #expect(try answer.problem.code == .crossSiteRequest)
    }

    @Test func `a cookie that a browser had before never becomes a session`() async throws {
        let key = try await test.key(.viewer)
        let planted = RandomToken.random().text.reveal()
        let answer = try await test.send(
            .post, APIPath.session, body: #"{"key":"\#(key.secret.reveal())"}"#, authorization: nil,
            headers: [.cookie: "ayb_session=\(planted)", .secFetchSite: "same-origin"])
        #expect(answer.status == .created)
        #expect(answer.headers[.setCookie]?.contains(planted) == false)
        let intruder = try await test.send(
            .get, TestAPI.branches, authorization: nil, headers: [.cookie: "ayb_session=\(planted)"])
        #expect(intruder.status == .unauthorized)
    }

    @Test func `signing in again ends the session before`() async throws {
        let key = try await test.key(.viewer)
        let first = try await test.signIn(key.secret)
        let again = try await test.send(
            .post, APIPath.session, body: #"{"key":"\#(key.secret.reveal())"}"#, authorization: nil,
            headers: [.cookie: first.cookie, .secFetchSite: "same-origin"])
        #expect(again.status == .created)
        #expect(try await test.send(.get, TestAPI.branches, by: first).status == .unauthorized)
        #expect(try await test.access.sessions(at: Date()).count == 1)
    }

    @Test func `two cookies of one name are none, since somebody else set one`() async throws {
        let browser = try await test.signIn(try await test.key(.viewer).secret)
        let planted = "ayb_session=\(RandomToken.random().text.reveal())"
        for cookies in ["\(browser.cookie); \(planted)", "\(planted); \(browser.cookie)"] {
            let answer = try await test.send(.get, TestAPI.branches, authorization: nil, headers: [.cookie: cookies])
            #expect(answer.status == .unauthorized)
        }
        let answer = try await test.send(
            .get, TestAPI.branches, authorization: nil, headers: [.cookie: "other=1; \(browser.cookie); x"])
        #expect(answer.status == .ok)
    }

    @Test func `nobody signs in where there is no place for sessions`() async throws {
        let api = BranchAPI(service: test.service, adminToken: Secret(TestAPI.token))
        let answer = try await test.send(
            to: api, .post, APIPath.session, body: #"{"key":"\#(TestAPI.token)"}"#)
        #expect(answer.status == .serviceUnavailable)
    }
}
