import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// The page about the server, by HTML alone.
struct StatusPageTests {
    let test = TestAPI()

    @Test func `it says what PostgreSQL is there, and which strategies are possible`() async throws {
        let page = try await TestVisitor(test, .viewer).get("/admin/status").text
        #expect(page.contains("<dt>Version</dt><dd>\(AybVersion.current)</dd>"))
        for strategy in CloneStrategy.allCases { #expect(page.contains("<dt>\(strategy.rawValue)</dt>")) }
        await test.service.setOutage(.unavailable("PostgreSQL <does not> answer."))
        let away = try await TestVisitor(test, .viewer).get("/admin/status").text
        #expect(away.contains("unavailable: PostgreSQL &lt;does not&gt; answer.") && !away.contains("Strategies"))
    }

    @Test func `an admin sees who is signed in, and signs a browser out`() async throws {
        let key = try await test.key(.viewer, name: "anna")
        let browser = try await test.signIn(key.secret)
        let visitor = try await TestVisitor(test)
        let page = try await visitor.get("/admin/status").text
        #expect(page.contains("anna") && page.contains("this one"))
        let id = try #require(browser.body.session?.id)
        #expect(try await visitor.postWithoutToken("/admin/sessions/\(id)/revoke").status == .forbidden)
        let answer = try await visitor.post("/admin/sessions/\(id)/revoke")
        #expect(answer.status == .seeOther && answer.headers[.location] == "/admin/status")
        #expect(try await test.send(.get, TestAPI.branches, by: browser).status == .unauthorized)
        let after = try await visitor.get("/admin/status", flash: "session.ended").text
        #expect(after.contains("Browser signed out") && !after.contains("anna"))
    }
}
