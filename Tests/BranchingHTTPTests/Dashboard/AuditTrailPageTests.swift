import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// The audit log, by HTML alone.
struct AuditTrailPageTests {
    let test = TestAPI()

    @Test func `who did what is shown, filtered, and as text`() async throws {
        let key = try await test.key(.developer, name: "<script>alert(1)</script>")
        try await test.create("mine", with: key.secret.reveal())
        try await test.create("other")
        let visitor = try await TestVisitor(test)
        let page = try await visitor.get("/admin/audit").text
        #expect(page.contains("&lt;script&gt;alert(1)") && page.contains("branch.create") && page.contains("other"))
        let own = try await visitor.get("/admin/audit?actor=\(key.key.id)&action=&branch=&since=&until=").text
        #expect(own.contains("mine") && !own.contains(">other<"))
        let none = try await visitor.get("/admin/audit?branch=nothing").text
        #expect(none.contains("Nothing is on record"))
        #expect(try await visitor.get("/admin/audit?since=yesterday").status == .badRequest)
        #expect(try await visitor.get("/admin/audit?since=2026-02-30").status == .badRequest)
        #expect(try await visitor.get("/admin/audit?page=2").status == .badRequest)
    }

    @Test func `days are whole, and in UTC`() async throws {
        let noon = try #require(RFC3339.date("2026-03-05T12:00:00Z"))
        for (branch, time) in [("before", noon - 86_400), ("then", noon), ("after", noon + 86_400)] {
            _ = try await test.access.record(
                AuditEntry(at: time, actor: "root", action: "branch.create", branch: branch, result: "ok"))
        }
        let page = try await TestVisitor(test).get("/admin/audit?since=2026-03-05&until=2026-03-05").text
        #expect(page.contains(">then</td>") && !page.contains(">before</td>") && !page.contains(">after</td>"))
    }

    @Test func `older lines are a page away`() async throws {
        for number in 0..<150 {
            _ = try await test.access.record(
                AuditEntry(at: Date(), actor: "key_x", action: "branch.create", branch: "b\(number)", result: "ok"))
        }
        let visitor = try await TestVisitor(test)
        let first = try await visitor.get("/admin/audit?actor=key_x").text
        #expect(first.contains(">b149</td>") && first.contains(">b50</td>") && !first.contains(">b49</td>"))
        let link = try #require(first.firstMatch(of: /rel="next" href="([^"]+)"/)).1.replacing("&amp;", with: "&")
        let second = try await visitor.get(String(link)).text
        #expect(second.contains(">b49</td>") && second.contains(">b0</td>") && !second.contains("rel=\"next\""))
    }
}
