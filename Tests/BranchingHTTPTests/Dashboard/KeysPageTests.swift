import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// The page about keys, by HTML alone.
struct KeysPageTests {
    let test = TestAPI()

    @Test func `an admin makes a key with limits, and sees its secret once`() async throws {
        let visitor = try await TestVisitor(test, .admin)
        let form = try await visitor.get("/admin/keys/create").text
        #expect(form.contains(#"<option value="7776000" selected>90 days</option>"#))
        let page = try await visitor.post(
            "/admin/keys/create", ("name", "ci <b>"), ("role", "developer"), ("expires", "86400"),
            ("name_prefix", "ci-"), ("max_branches", "5"), ("cidrs", "10.0.0.0/8\r\n192.0.2.1"), ("source_main", "true")
        )
        #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
        let secret = try #require(page.text.firstMatch(of: /ayb_[0-9A-Za-z]{36}/)).output
        let key = try #require(try await test.access.keys().last)
        #expect(key.name == "ci <b>" && key.role == .developer)
        #expect(key.limits.namePrefix == "ci-" && key.limits.maxBranches == 5 && key.limits.sources == [.main])
        #expect(key.limits.cidrs?.map(\.description) == ["10.0.0.0/8", "192.0.2.1"])
        #expect(key.expiresAt?.timeIntervalSince(key.createdAt) == 86_400)
        // In process there is no address, as on a socket: ranges of addresses do not apply.
        #expect(try await test.send(.get, TestAPI.branches, authorization: "Bearer \(secret)").status == .ok)
        let list = try await visitor.get("/admin/keys").text
        #expect(list.contains("ci &lt;b&gt;") && list.contains("names begin with ci-") && list.contains("5 branches"))
        #expect(list.contains("used from 10.0.0.0/8, 192.0.2.1") && !list.contains(secret))
    }

    @Test(arguments: [
        [("name", ""), ("role", "viewer"), ("expires", "never")],
        [("name", "a"), ("role", "boss"), ("expires", "never")],
        [("name", "a"), ("role", "viewer"), ("expires", "5")],
        [("name", "a"), ("role", "viewer"), ("expires", "never"), ("max_branches", "x")],
        [("name", "a"), ("role", "viewer"), ("expires", "never"), ("cidrs", "10.0.0.1/8")],
    ])
    func `what does not make sense comes back with the reason`(_ fields: [(String, String)]) async throws {
        let visitor = try await TestVisitor(test)
        let page = try await visitor.post("/admin/keys/create", fields + [("source_main", "true")])
        #expect(page.status == .badRequest && page.text.contains(#"role="alert""#) && page.text.contains("Create key"))
        #expect(try await test.access.keys().isEmpty)
    }

    @Test func `a key is rotated and revoked after a question`() async throws {
        let visitor = try await TestVisitor(test)
        let key = try await test.key(.viewer, name: "ci")
        let path = "/admin/keys/\(key.key.id)"
        #expect(try await visitor.get(path + "/rotate").text.contains("<strong>ci</strong>"))
        let rotated = try await visitor.post(path + "/rotate", ("grace", "0"))
        let secret = try #require(rotated.text.firstMatch(of: /ayb_[0-9A-Za-z]{36}/)).output
        #expect(try await test.send(.get, TestAPI.branches, authorization: "Bearer \(secret)").status == .ok)
        #expect(try await test.send(.get, TestAPI.branches, key: key).status == .unauthorized)
        let question = try await visitor.get(path + "/revoke").text
        #expect(question.contains("Are you sure") && question.contains("This action cannot be undone."))
        let revoked = try await visitor.post(path + "/revoke")
        #expect(revoked.status == .seeOther && revoked.headers[.location] == "/admin/keys")
        #expect(try await test.send(.get, TestAPI.branches, authorization: "Bearer \(secret)").status == .unauthorized)
        let list = try await visitor.get("/admin/keys", flash: "key.revoked").text
        #expect(list.contains("Key revoked") && list.contains(">revoked</td>") && !list.contains(path + "/rotate"))
        #expect(
            try await test.access.audit(AuditFilter(actor: "root")).prefix(4).map(\.action)
                == ["key.revoke", "key.rotate", "key.create", "session.create"])
    }

    @Test(arguments: [AccessRole.viewer, .developer, .operator])
    func `keys and the audit log are for admins`(_ role: AccessRole) async throws {
        let visitor = try await TestVisitor(test, role)
        for path in ["/admin/keys", "/admin/keys/create", "/admin/audit"] {
            #expect(try await visitor.get(path).status == .forbidden)
        }
        #expect(try await visitor.post("/admin/keys/create", ("name", "a")).status == .forbidden)
        let page = try await visitor.get("/admin/status")
        #expect(page.status == .ok && !page.text.contains("signed in</caption>"))
        #expect(!page.text.contains(">API keys</a>") && page.text.contains(">Status</a>"))
    }
}
