import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

struct AddBranchPageTests {
    let test = TestAPI()

    @Test func `the form offers main and the branches, and a URL to operators only`() async throws {
        try await test.create("base")
        let root = try await TestVisitor(test).get("/admin/add-branch").text
        #expect(root.contains(">Branch Name</label>"))
        #expect(root.contains(#"<option value="main" selected>"#) && root.contains(#"<option value="base">"#))
        #expect(root.contains(#"<option value="URL">"#) && root.contains(#"id="url""#))
        let developer = try await TestVisitor(test, .developer).get("/admin/add-branch").text
        #expect(developer.contains(#"<option value="base">"#))
        #expect(!developer.contains(#"value="URL""#) && !developer.contains(#"id="url""#))
        let limited = try await TestVisitor(
            test, .developer, limits: #"{"sources":["branches"],"name_prefix":"agent-"}"#
        ).get("/admin/add-branch").text
        #expect(!limited.contains(#"<option value="main""#) && limited.contains("<code>agent-</code>"))
        #expect(try await TestVisitor(test, .viewer).get("/admin/add-branch").status == .forbidden)
    }

    @Test func `a plan shows what would happen, and changes nothing`() async throws {
        let visitor = try await TestVisitor(test)
        let page = try await visitor.post(
            "/admin/add-branch", ("name", "a-b"), ("from", "main"), ("rows", "schema"), ("do", "plan"))
        #expect(page.status == .ok)
        for text in [
            "template: The source is in the same cluster.", "<dd>ayb_branch_a_b</dd>", "<dd>977 kB</dd>",
            "<dd>about 1 s</dd>", #"value="a-b""#, "ayb branch create a-b --schema-only",
            "-d &#39;{&quot;name&quot;:&quot;a-b&quot;,&quot;schema_only&quot;:true}&#39;",
        ] { #expect(page.text.contains(text), "\(text) is not in \(page.text)") }
        #expect(try await test.service.branches(status: nil).isEmpty)
        let data = try await visitor.post(
            "/admin/add-branch", ("name", "a-b"), ("do", "plan"), accept: "application/json")
        #expect(data.text.contains(#"{"term":"Database","texts":["ayb_branch_a_b"]}"#))
    }

    @Test(arguments: [
        ("main", 400, "reserved"), ("Bad Name", 400, "lower-case"), ("", 400, "at least one character"),
        ("taken", 409, "already exists"),
    ])
    func `a name that cannot be shows why, and keeps the form`(_ name: String, _ status: Int, _ reason: String)
        async throws
    {
        try await test.create("taken")
        for action in ["plan", "create"] {
            let page = try await TestVisitor(test).post(
                "/admin/add-branch", ("name", name), ("rows", "schema"), ("do", action))
            #expect(page.status.code == status)
            #expect(page.text.contains(reason))
            #expect(page.text.contains(#"name="name" value="\#(name)""#))
            #expect(page.text.contains(#"value="schema" checked"#))
        }
    }

    @Test func `a branch belongs to the key of whoever made it, under its limits and on record`() async throws {
        let key = try await test.key(.developer, limits: #"{"max_branches":1,"name_prefix":"a"}"#)
        let visitor = try await TestVisitor(test, key: key)
        #expect(try await visitor.post("/admin/add-branch", ("name", "b1"), ("do", "create")).status == .forbidden)
        #expect(try await visitor.post("/admin/add-branch", ("name", "a1"), ("do", "create")).status == .seeOther)
        #expect(try await test.service.branch(try BranchName("a1")).owner == key.key.id.rawValue)
        let second = try await visitor.post("/admin/add-branch", ("name", "a2"), ("do", "create"))
        #expect(second.status == .forbidden)
        #expect(second.text.contains("max_branches"))
        let url = try await visitor.post(
            "/admin/add-branch", ("name", "a3"), ("from", "URL"), ("url", "postgresql://u:geheim@h/d"), ("do", "create")
        )
        #expect(url.status == .forbidden)
        #expect(!url.text.contains("geheim"))
        let lines = try await test.access.audit(AuditFilter(action: "branch.create"))
        #expect(lines.map(\.result) == ["insufficient_scope", "limit_exceeded", "ok", "limit_exceeded"])
    }

    @Test func `a connection URL is used, and never shown again`() async throws {
        let visitor = try await TestVisitor(test)
        let plan = try await visitor.post(
            "/admin/add-branch", ("name", "a"), ("from", "URL"), ("url", "postgresql://u:geheim@h/d"), ("do", "plan"))
        #expect(plan.text.contains("<dt>Source</dt><dd>elsewhere</dd>"))
        #expect(plan.text.contains("--from &quot;$SOURCE_URL&quot;"))
        #expect(!plan.text.contains("geheim"))
    }

    @Test func `a form without the page's token, or from another site, changes nothing`() async throws {
        let visitor = try await TestVisitor(test)
        #expect(
            try await visitor.postWithoutToken("/admin/add-branch", ("name", "a"), ("do", "create")).status
                == .forbidden)
        #expect(try await visitor.get("/admin/branches").text.contains("No branches yet"))
    }
}
