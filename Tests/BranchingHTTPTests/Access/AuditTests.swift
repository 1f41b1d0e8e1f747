import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

@Suite struct AuditTests {
    let test = TestAPI()

    private func entries(_ query: String = "") async throws -> [AuditEntry] {
        try await test.send(.get, APIPath.audit + query).decode(AuditPage.self).entries
    }

    @Test func `who did what, from where, and what came of it is on record`() async throws {
        let key = try await test.key(.developer, name: "<script>alert(1)</script>")
        try await test.create("a", with: key.secret.reveal())
        try await test.create("a", with: key.secret.reveal())
        let found = try await entries("?action=branch.create")
        #expect(found.map(\.result) == ["branch_exists", "ok"])
        for entry in found {
            #expect(entry.actor == key.key.id.rawValue && entry.actorName == "<script>alert(1)</script>")
            #expect(entry.branch == "a" && entry.requestID?.isEmpty == false)
        }
        let made = try #require(try await entries("?action=key.create").first)
        #expect(made.actor == "root" && made.subject == key.key.id.rawValue)
    }

    @Test func `what a password or a wrong key was asked for is on record, without them`() async throws {
        try await test.create("a")
        _ = try await test.send(.get, TestAPI.branches + "/a/connection?password=true")
        _ = try await test.send(.get, TestAPI.branches, authorization: "Bearer wrong-secret")
        let text = try await test.send(.get, APIPath.audit).text
        #expect(text.contains("branch.password") && text.contains("key.refused") && !text.contains("wrong-secret"))
        #expect(try await entries("?action=key.refused").first?.actor == "unknown")
    }

    @Test func `what was refused for want of a right is on record`() async throws {
        try await test.create("a")
        let viewer = try await test.key(.viewer)
        let developer = try await test.key(.developer)
        let path = TestAPI.branches + "/a"
        let asked: [(HTTPRequest.Method, String, String?, IssuedKeyBody)] = [
            (.post, TestAPI.branches, #"{"name":"b"}"#, viewer), (.delete, path, nil, developer),
            (.get, path + "/connection", nil, viewer), (.get, path + "/connection?password=true", nil, viewer),
            (.get, path + "/connection?password=true", nil, developer),
            (.post, APIPath.diff, #"{"from":"main","to":"postgresql://u:hunter2@h/d"}"#, developer),
            (.delete, APIPath.key(viewer.key.id), nil, developer),
        ]
        for (method, path, body, key) in asked {
            #expect(try await test.send(method, path, body: body, key: key).status == .forbidden)
        }
        let found = try await entries().filter { $0.result == "insufficient_scope" }
        #expect(
            found.map(\.action) == [
                "key.revoke", "schema.diff", "branch.password", "branch.password", "branch.delete", "branch.create",
            ])
        #expect(found.map(\.branch) == [nil, nil, "a", "a", "a", nil])
        #expect(found.first?.subject == viewer.key.id.rawValue)
        #expect(!"\(found)".contains("hunter2"))
    }

    @Test func `the trail is read in pages by the link to the next one`() async throws {
        for number in 0..<5 { try await test.create("b\(number)") }
        var path = APIPath.audit + "?limit=2&action=branch.create"
        var seen: [String] = []
        for page in 0..<3 {
            let answer = try await test.send(.get, path)
            seen += try answer.decode(AuditPage.self).entries.compactMap(\.branch)
            let link = answer.headers[HTTPField.Name("Link") ?? .from]
            #expect((link == nil) == (page == 2))
            guard let link else { break }
            #expect(link.hasSuffix(#">; rel="next""#))
            path = String(link.dropFirst().prefix { $0 != ">" })
        }
        #expect(seen == ["b4", "b3", "b2", "b1", "b0"])
    }

    @Test(arguments: [
        "limit=0", "limit=1001", "limit=x", "after=-1", "since=yesterday", "until=1", "page=2", "limit=1&limit=2",
    ])
    func `a query that does not make sense is refused`(_ query: String) async throws {
        #expect(try await test.send(.get, APIPath.audit + "?" + query).status == .badRequest)
    }

    @Test func `nothing is done that cannot be written down`() async throws {
        await test.access.setOutage(.unavailable("away"))
        #expect(try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#).status == .serviceUnavailable)
        await test.access.setOutage(nil)
        #expect(try await test.send(.get, TestAPI.branches + "/a").status == .notFound)
    }

    @Test func `the trail cannot be written over the API`() async throws {
        for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
            #expect(try await test.send(method, APIPath.audit).status == .methodNotAllowed)
        }
    }
}
