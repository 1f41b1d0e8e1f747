import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// Names of databases and keys, messages of PostgreSQL and objects of schemas are text on every page, whatever they hold.
struct PageSafetyTests {
    private static let nasty = "<script>alert('x')</script>\" onload=\"y\u{202E}\u{2066} &amp; {{root}} {{{root}}} é😀"
    private static let shown =
        #"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;y\u{202e}\u{2066} &amp;amp; {{root}} {{{root}}} é😀"#

    @Test func `messages and objects`() async throws {
        let test = TestAPI()
        try await test.create("good")
        await test.service.failClones(code: .cloneFailed, message: Self.nasty)
        try await test.create("bad")
        await test.service.setChanges([
            SchemaChange(
                kind: "table", object: Self.nasty, action: .alter, details: [Self.nasty],
                hazards: [Hazard(.replication, Self.nasty)])
        ])
        let visitor = try await TestVisitor(test, .operator, name: "ops")
        let pages = [
            try await visitor.get("/admin/branches"), try await visitor.get("/admin/branches/bad"),
            try await visitor.post("/admin/compare", ("from", "main"), ("to", "good")),
            try await visitor.post("/admin/add-branch", ("name", Self.nasty), ("do", "plan")),
        ]
        for page in pages {
            #expect(page.text.contains(Self.shown), "\(page.text)")
            expectHarmless(page)
        }
        #expect(pages[2].text.components(of: Self.shown) == 3)
    }

    @Test func `names of keys`() async throws {
        let test = TestAPI()
        let name = #"<img src=x>'\"&"#
        let visitor = try await TestVisitor(test, .developer, name: name)
        let page = try await visitor.get("/admin/branches")
        #expect(page.text.contains("&lt;img src=x&gt;&#39;&quot;&amp;"))
        expectHarmless(page)
    }

    @Test func `each page has the policy of the dashboard, and nothing inline`() async throws {
        let test = TestAPI()
        try await test.create("a")
        let visitor = try await TestVisitor(test)
        for path in [
            "/admin/branches", "/admin/branches/a", "/admin/branches/a/delete", "/admin/add-branch", "/admin/compare",
            "/admin/troubleshooting", "/admin/keys", "/admin/keys/create", "/admin/audit", "/admin/status",
            "/admin/nothing", "/admin/branches/none",
        ] {
            let page = try await visitor.get(path)
            expectHarmless(page)
            #expect(page.text.contains("</html>"))
        }
        let signIn = try await test.send(.get, "/admin/sign-in", authorization: nil)
        #expect(signIn.text.contains("<h1>Sign in</h1>"))
        expectHarmless(signIn)
    }

    @Test func `assets are kept for good under names with their hash, and others are not there`() async throws {
        let test = TestAPI()
        let page = try await test.send(.get, "/admin/sign-in", authorization: nil).text
        let assets = page.matches(of: /(?:href|src)="(\/admin\/assets\/[^"]+)"/).map { String($0.1) }
        #expect(assets.count == 4)
        for path in assets {
            let asset = try await test.send(.get, path, authorization: nil)
            #expect(asset.status == .ok)
            #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable")
            for imported in asset.text.matches(of: /from "\.\/([^"]+)"/) {
                #expect(try await test.send(.get, "/admin/assets/\(imported.1)", authorization: nil).status == .ok)
            }
        }
        for path in ["/admin/assets/dashboard.css", "/admin/assets/nothing.js", "/admin/assets/..%2fadmin"] {
            #expect(try await test.send(.get, path, authorization: nil).status == .notFound)
        }
    }

    private func expectHarmless(_ page: TestResponse, location: SourceLocation = #_sourceLocation) {
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"), sourceLocation: location)
        #expect(!page.text.contains(/<script(?![^>]* src=)/), sourceLocation: location)
        #expect(!page.text.contains(/<[^>]* (on[a-z]+|style)="/), "\(page.text)", sourceLocation: location)
        #expect(!page.text.contains("<img") && !page.text.contains("javascript:"), sourceLocation: location)
    }
}

extension String {
    /// How often a text is in it.
    func components(of text: String) -> Int { ranges(of: text).count }
}
