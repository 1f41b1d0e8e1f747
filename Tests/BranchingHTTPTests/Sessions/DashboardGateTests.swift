import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// How browsers come to pages, by HTML alone.
@Suite struct DashboardGateTests {
    let test = TestAPI()

    /// The cookie that an answer sets, as a browser sends it.
    private func cookie(_ answer: TestResponse) throws -> String {
        String(try #require(answer.headers[.setCookie]).prefix { $0 != ";" })
    }

    @Test func `a form signs in, and leads to the page that was wanted`() async throws {
        let key = try await test.key(.viewer)
        let page = try await test.send(.get, "/admin/sign-in?then=%2Fadmin%3Fstatus%3Dready", authorization: nil)
        #expect(page.status == .ok)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains("/admin?status=ready"))
        let form = "key=+\(key.secret.reveal())%0A&then=%2Fadmin%3Fstatus%3Dready"
        let answer = try await test.submit("/admin/sign-in", form)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/admin?status=ready")
        let cookie = try cookie(answer)
        let again = try await test.send(.get, "/admin/sign-in", authorization: nil, headers: [.cookie: cookie])
        #expect(again.status == .seeOther && again.headers[.location] == "/admin")
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/api/admin/branches", "/admin/../x"])
    func `a sign-in leads to no other place`(_ then: String) async throws {
        let form = "key=\(PercentEncoding.text(TestAPI.token))&then=\(PercentEncoding.text(then))"
        #expect(try await test.submit("/admin/sign-in", form).headers[.location] == "/admin")
        let page = try await test.send(
            .get, "/admin/sign-in?then=\(PercentEncoding.text(then))", authorization: nil)
        #expect(page.status == .ok && !page.text.contains(then))
    }

    @Test func `a code signs in too, also in the field for the key`() async throws {
        for field in ["code", "key"] {
            let code = try await test.send(.post, APIPath.signInCodes).decode(IssuedCodeBody.self).code.reveal()
            #expect(try await test.submit("/admin/sign-in", "\(field)=\(code)").status == .seeOther)
            #expect(try await test.submit("/admin/sign-in", "\(field)=\(code)").status == .unauthorized)
        }
    }

    @Test func `a wrong key is answered by the form again, without what was typed`() async throws {
        let answer = try await test.submit("/admin/sign-in", "key=hunter2&then=%2Fadmin%2Fkeys")
        #expect(answer.status == .unauthorized)
        #expect(answer.text.contains("/admin/keys") && answer.text.contains("<form"))
        #expect(!answer.text.contains("hunter2") && answer.headers[.setCookie] == nil)
    }

    @Test(arguments: [[:], [.secFetchSite: "cross-site"], [.origin: "https://evil.example"]] as [HTTPFields])
    func `another site cannot send the form of the sign-in`(_ headers: HTTPFields) async throws {
        let form = "key=\(PercentEncoding.text(TestAPI.token))"
        let answer = try await test.submit("/admin/sign-in", form, headers: headers)
        #expect(answer.status == .forbidden && answer.headers[.setCookie] == nil)
    }

    @Test func `signing out needs the form token, and leads to the sign-in`() async throws {
        let browser = try await test.signIn(try await test.key(.viewer).secret)
        let headers: HTTPFields = [.cookie: browser.cookie, .secFetchSite: "same-origin"]
        let token = try #require(browser.body.formToken)
        #expect(try await test.submit("/admin/sign-out", "", headers: headers).status == .forbidden)
        #expect(try await test.submit("/admin/sign-out", "form_token=x", headers: headers).status == .forbidden)
        let crossed = try await test.submit(
            "/admin/sign-out", "form_token=\(token)", headers: [.cookie: browser.cookie, .secFetchSite: "cross-site"])
        #expect(crossed.status == .forbidden)
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .ok)
        let answer = try await test.submit("/admin/sign-out", "form_token=\(token)", headers: headers)
        #expect(answer.status == .seeOther && answer.headers[.location] == "/admin/sign-in")
        #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .unauthorized)
        // The form of a session that is over does nothing, and leads to the sign-in.
        let late = try await test.submit("/admin/sign-out", "form_token=\(token)", headers: headers)
        #expect(late.status == .seeOther && late.headers[.location] == "/admin/sign-in")
    }

    @Test func `pages have a policy that allows nothing inline, and are kept nowhere`() async throws {
        for path in ["/admin/sign-in", "/admin/nothing", "//admin/sign-in"] {
            let answer = try await test.send(.get, path, authorization: nil)
            #expect(answer.headers[.contentSecurityPolicy] == SecurityHeadersMiddleware.dashboardPolicy)
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.referrerPolicy] == "same-origin")
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        }
        #expect(!SecurityHeadersMiddleware.dashboardPolicy.contains("unsafe"))
        let api = try await test.send(.get, TestAPI.branches)
        #expect(api.headers[.contentSecurityPolicy] == SecurityHeadersMiddleware.apiPolicy)
    }

    @Test func `a form has to be one, and not too large`() async throws {
        let test = TestAPI(options: .init(bodyLimit: 2000))
        let json = try await test.send(
            .post, "/admin/sign-in", body: #"{"key":"x"}"#, authorization: nil, headers: TestAPI.ownPage)
        #expect(json.status == .unsupportedMediaType)
        let large = try await test.submit("/admin/sign-in", "key=" + String(repeating: "x", count: 2000))
        #expect(large.status == .contentTooLarge)
        #expect(try await test.submit("/admin/sign-in", "key=a&key=b").status == .badRequest)
        #expect(try await test.send(.get, "/admin/sign-in?thn=x", authorization: nil).status == .badRequest)
    }

    @Test func `a page has its methods, and the dashboard can be elsewhere`() async throws {
        let wrong = try await test.send(.put, "/admin/sign-in", authorization: nil)
        #expect(wrong.status == .methodNotAllowed && wrong.headers[.allow] == "GET, POST")
        let path = try #require(DashboardPath("/ops/ayb"))
        let moved = TestAPI(options: .init(dashboard: path))
        #expect(try await moved.send(.get, "/ops/ayb/sign-in", authorization: nil).status == .ok)
        #expect(try await moved.send(.get, "/admin/sign-in", authorization: nil).status == .notFound)
    }

    @Test func `no page changes anything by a GET, and each form wants its token`() throws {
        let site = try #require(test.api.dashboard)
        for route in site.routes {
            guard route.method != .get else { continue }
            #expect(route.method == .post, "\(route.path)")
            switch route.handler {
            case .session: break
            case .open: #expect(route.path == "/sign-in")
            case .asset: Issue.record("\(route.path)")
            }
        }
    }
}
