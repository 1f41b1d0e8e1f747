import BranchingCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// What a page of another site, or of the browser's user, can have a signed-in browser do.
@Suite struct CrossSiteTests {
    let test = TestAPI()

    @Test(
        arguments: [
            ("same-origin", nil, true), ("same-origin", "https://evil.example", true), ("cross-site", nil, false),
            ("cross-site", "http://localhost", false), ("same-site", "http://localhost", false), ("none", nil, false),
            ("SAME-ORIGIN", nil, false), ("", nil, false), (nil, "http://localhost", true),
            (nil, "http://LOCALHOST", true),
            (nil, "https://localhost", true), (nil, "http://localhost:80", false),
            (nil, "http://localhost:8090", false),
            (nil, "https://evil.example", false), (nil, "http://localhost.evil.example", false),
            (nil, "http://evil.example/localhost", false), (nil, "null", false), (nil, "", false), (nil, nil, false),
        ] as [(String?, String?, Bool)])
    func `a change counts from a page of ours only`(_ site: String?, _ origin: String?, _ isOurs: Bool) async throws {
        let browser = try await test.signIn(try await test.key(.operator).secret)
        var headers: HTTPFields = [.cookie: browser.cookie, .formToken: browser.body.formToken ?? ""]
        headers[.secFetchSite] = site
        headers[.origin] = origin
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a"}"#, authorization: nil, headers: headers)
        #expect(answer.status == (isOurs ? .created : .forbidden))
        if !isOurs { #expect(try answer.problem.code == .crossSiteRequest) }
        #expect(try await test.service.branches(status: nil).count == (isOurs ? 1 : 0))
    }

    @Test func `a change needs the form token of its own session`() async throws {
        let key = try await test.key(.operator)
        let (browser, other) = (try await test.signIn(key.secret), try await test.signIn(key.secret))
        let tokens: [String?] = [nil, "", "x", other.body.formToken, (browser.body.formToken ?? "") + "x"]
        for token in tokens {
            var headers: HTTPFields = [.cookie: browser.cookie, .secFetchSite: "same-origin"]
            headers[.formToken] = token
            let answer = try await test.send(
                .post, TestAPI.branches, body: #"{"name":"a"}"#, authorization: nil, headers: headers)
            #expect(answer.status == .forbidden)
            #expect(try answer.problem.code == .invalidFormToken)
        }
        #expect(try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, by: browser).status == .created)
    }

    @Test func `no route of the administration changes anything for a session without its form token`() async throws {
        let browser = try await test.signIn(try await test.key(.admin).secret)
        for route in test.api.routes.routes where RouteTable.isAdministration(route.path) && route.method != .get {
            if route.method == .post && route.path == APIPath.session { continue }
            let path = route.path.replacing("{name}", with: "a").replacing("{id}", with: "key_a")
            for headers in [
                [.cookie: browser.cookie, .secFetchSite: "same-origin"],
                [.cookie: browser.cookie, .formToken: browser.body.formToken ?? ""],
                [.cookie: browser.cookie, .formToken: browser.body.formToken ?? "", .secFetchSite: "cross-site"],
            ] as [HTTPFields] {
                let answer = try await test.send(route.method, path, authorization: nil, headers: headers)
                #expect(answer.status == .forbidden, "\(route.method) \(path)")
            }
        }
    }

    @Test func `another site cannot have a session read anything, and nobody reads a password by a link`() async throws
    {
        try await test.create("a")
        let browser = try await test.signIn(try await test.key(.operator).secret)
        for site in ["cross-site", "same-site"] {
            let answer = try await test.send(
                .get, TestAPI.branches, authorization: nil, headers: [.cookie: browser.cookie, .secFetchSite: site])
            #expect(answer.status == .forbidden)
        }
        let path = TestAPI.branches + "/a/connection?password=true"
        let password = PercentEncoding.text(InMemoryBranchService.password.reveal())
        for headers in [
            [:], [.secFetchSite: "none"], [.secFetchSite: "same-origin"], [.formToken: browser.body.formToken ?? ""],
        ] as [HTTPFields] {
            var headers = headers
            headers[.cookie] = browser.cookie
            let answer = try await test.send(.get, path, authorization: nil, headers: headers)
            #expect(answer.status == .forbidden)
            #expect(!answer.text.contains(password))
        }
        #expect(try await test.send(.get, path, by: browser).text.contains(password))
    }

    @Test func `where there is a key too, the key counts`() async throws {
        let browser = try await test.signIn(try await test.key(.viewer).secret)
        let answer = try await test.send(.get, APIPath.session, headers: [.cookie: browser.cookie])
        #expect(try answer.decode(SessionBody.self).caller.id == "root")
        #expect(try answer.decode(SessionBody.self).session == nil)
        let change = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.cookie: browser.cookie])
        #expect(change.status == .created)
        let wrong = try await test.send(
            .get, TestAPI.branches, authorization: "Bearer x", headers: [.cookie: browser.cookie])
        #expect(wrong.status == .unauthorized)
    }

    @Test(arguments: AccessRole.allCases)
    func `a session may do on each route what its key may do`(_ role: AccessRole) async throws {
        try await test.create("a")
        let key = try await test.key(role)
        for (method, path, body, allowed) in RoleTests.table {
            // Each time signed in afresh: one of the routes signs out.
            let browser = try await test.signIn(key.secret)
            // Whoever may follow all branches would do so for ever.
            await test.service.setOutage(path == APIPath.feed ? .unavailable("PostgreSQL does not answer.") : nil)
            let answer = try await test.send(method, path, body: body, by: browser)
            let isForKeys = path == APIPath.signInCodes
            #expect(
                (answer.status == .forbidden) == (isForKeys || !allowed.contains(role)),
                "\(method) \(path): \(answer.status)")
            #expect(answer.status != .unauthorized, "\(method) \(path)")
        }
    }
}
