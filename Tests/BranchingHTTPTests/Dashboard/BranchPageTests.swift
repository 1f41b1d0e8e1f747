import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

struct BranchPageTests {
    let test = TestAPI()

    @Test func `a ready branch shows how to connect, and no password`() async throws {
        try await test.create("a-b")
        let page = try await TestVisitor(test).get("/admin/branches/a-b").text
        #expect(page.contains("<h1>a-b</h1>"))
        #expect(page.contains("psql &#39;postgresql://ayb@127.0.0.1:5432/ayb_branch_a_b&#39;"))
        #expect(page.contains(">postgresql://ayb@127.0.0.1:5432/ayb_branch_a_b<"))
        #expect(page.contains("export PGDATABASE=ayb_branch_a_b"))
        #expect(page.contains(">jdbc:postgresql://127.0.0.1:5432/ayb_branch_a_b?user=ayb<"))
        #expect(page.contains("[ayb_branch_a_b]\nhost=127.0.0.1\nport=5432\ndbname=ayb_branch_a_b\nuser=ayb<"))
        #expect(page.contains("Show password"))
        #expect(!page.contains("p@ss") && !page.contains("p%40ss"))
    }

    @Test func `the password comes by a form, once, and on record`() async throws {
        try await test.create("a")
        let visitor = try await TestVisitor(test)
        let page = try await visitor.post("/admin/branches/a/connection", ("password", "true"))
        #expect(page.status == .ok)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.contains("postgresql://ayb:p%40ss%3Aw%2Fo%25r%27d%201@127.0.0.1"))
        #expect(
            page.text.contains("PGPASSWORD=&#39;p@ss:w/o%r&#39;\\&#39;&#39;d 1&#39; psql &#39;postgresql://ayb@127"))
        let data = try await visitor.post(
            "/admin/branches/a/connection", ("password", "true"), accept: "application/json")
        #expect(data.headers[.contentType] == "application/json")
        #expect(data.text.contains(#"{"id":"connect-uri","text":"postgresql://ayb:p%40ss"#))
        let lines = try await test.access.audit(AuditFilter(action: "branch.password"))
        #expect(lines.map(\.result) == ["ok", "ok"])
    }

    @Test func `a developer gets no password, and nothing of others' branches`() async throws {
        let key = try await test.key(.developer)
        try await test.create("mine", with: key.secret.reveal())
        try await test.create("theirs")
        let visitor = try await TestVisitor(test, key: key)
        let mine = try await visitor.get("/admin/branches/mine").text
        #expect(mine.contains("jdbc:postgresql:") && mine.contains("Danger zone"))
        #expect(mine.contains(#"<div data-if="login" hidden><div class="buttons"><button>Show password"#))
        let theirs = try await visitor.get("/admin/branches/theirs").text
        #expect(!theirs.contains("jdbc:postgresql:") && !theirs.contains("Danger zone"))
        #expect(try await visitor.get("/admin/branches/theirs/delete").status == .forbidden)
        for fields in [[("password", "true")], []] {
            for branch in fields.isEmpty ? ["theirs"] : ["mine", "theirs"] {
                let answer =
                    fields.isEmpty
                    ? try await visitor.post("/admin/branches/\(branch)/connection")
                    : try await visitor.post("/admin/branches/\(branch)/connection", fields[0])
                #expect(answer.status == .forbidden)
                #expect(answer.text.contains("insufficient_scope") && !answer.text.contains("p%40ss"))
            }
        }
        #expect(try await visitor.post("/admin/branches/theirs/delete").status == .forbidden)
        #expect(try await test.service.branch(try BranchName("theirs")).status == .ready)
    }

    @Test func `a developer gets the password of the branch's own login`() async throws {
        let test = TestAPI(logins: true)
        let key = try await test.key(.developer)
        try await test.create("mine", with: key.secret.reveal())
        let visitor = try await TestVisitor(test, key: key)
        let page = try await visitor.get("/admin/branches/mine").text
        #expect(page.contains(#"<div data-if="login"><div class="buttons"><button>Show password"#))
        let login = try #require(try await test.service.branch(try BranchName("mine")).login)
        #expect(page.contains(#"data-part="login">\#(login.role)</dd>"#))
        let shown = try await visitor.post("/admin/branches/mine/connection", ("password", "true"))
        #expect(shown.status == .ok)
        #expect(shown.text.contains("postgresql://\(login.role):"))
    }

    @Test func `a delete asks first, then leads to the list, which says so once`() async throws {
        try await test.create("old")
        let visitor = try await TestVisitor(test)
        let question = try await visitor.get("/admin/branches/old/delete").text
        #expect(
            question.contains("Are you sure you want to delete <strong>old</strong>? This action cannot be undone."))
        #expect(question.contains(">Cancel</a>") && question.contains(">Confirm</button>"))
        #expect(try await test.service.branches(status: nil).count == 1)
        let answer = try await visitor.post("/admin/branches/old/delete")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/admin/branches")
        #expect(answer.headers[.setCookie]?.hasPrefix("ayb_flash=deleted.old;") == true)
        #expect(try await test.service.branches(status: nil).isEmpty)
        let list = try await visitor.get("/admin/branches", flash: "deleted.old")
        #expect(list.text.contains("Branch &quot;old&quot; deleted"))
        #expect(list.headers[.setCookie]?.contains("Max-Age=0") == true)
        for forged in ["deleted.<b>", "deleted", "sold.old", "created.old"] {
            #expect(!(try await visitor.get("/admin/branches", flash: forged).text.contains("class=\"notice good\"")))
        }
        #expect(try await visitor.get("/admin/branches/old").status == .notFound)
    }

    @Test func `without JavaScript the page loads again until the branch is there, and then says so once`() async throws
    {
        await test.service.holdClones()
        let visitor = try await TestVisitor(test)
        let answer = try await visitor.post("/admin/add-branch", ("name", "new"), ("from", "main"), ("do", "create"))
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/admin/branches/new")
        #expect(answer.headers[.setCookie]?.hasPrefix("ayb_flash=created.new;") == true)
        let creating = try await visitor.get("/admin/branches/new", flash: "created.new")
        #expect(creating.text.contains(#"<noscript><meta http-equiv="refresh" content="3"></noscript>"#))
        #expect(!creating.text.contains("created</p>"))
        #expect(creating.headers[.setCookie] == nil)
        await test.service.releaseClones()
        _ = try await test.service.settled(try await test.service.branch(try BranchName("new")))
        let ready = try await visitor.get("/admin/branches/new", flash: "created.new")
        #expect(ready.text.contains(#"Branch &quot;new&quot; created"#))
        #expect(ready.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(!ready.text.contains("http-equiv=\"refresh\""))
    }
}
