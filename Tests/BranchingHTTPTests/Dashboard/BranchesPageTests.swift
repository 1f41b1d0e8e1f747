import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

struct BranchesPageTests {
    let test = TestAPI()

    @Test func `an empty list says how to get started, to whoever may`() async throws {
        let page = try await TestVisitor(test).get("/admin/branches")
        #expect(page.status == .ok)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.contains("<h1>Branches</h1>"))
        #expect(page.text.contains(#"href="/admin/add-branch">Add Branch</a>"#))
        #expect(page.text.contains("No branches yet"))
        #expect(page.text.contains("Create a branch to get started."))
        let viewer = try await TestVisitor(test, .viewer).get("/admin/branches").text
        #expect(viewer.contains("No branches yet"))
        #expect(!viewer.contains("Add Branch") && !viewer.contains("to get started"))
    }

    @Test func `a row has the branch's facts`() async throws {
        try await test.create("feature-auth")
        let branch = try await test.service.branch(try BranchName("feature-auth"))
        let page = try await TestVisitor(test).get("/admin/branches").text
        #expect(
            page.contains(#"<a data-to="branch" href="/admin/branches/feature-auth" data-part="name">feature-auth</a>"#)
        )
        #expect(page.contains(#"<span data-part="status">ready</span>"#))
        #expect(page.contains(#"data-part="source">app</td>"#))
        #expect(page.contains(#"data-part="strategy">template</td>"#))
        // 1,000,000 / 1024 = 976.6
        #expect(page.contains(#"data-part="size">977 kB</td>"#))
        #expect(page.contains(#"data-part="owner">you</td>"#))
        #expect(page.contains(#"datetime="\#(RFC3339.text(branch.createdAt))""#))
        #expect(page.contains("1 branch<"))
    }

    @Test func `a branch that is being created shows its phase, a bar and the time left`() async throws {
        await test.service.holdClones()
        _ = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"later"}"#, headers: [.prefer: "respond-async"])
        let name = try BranchName("later")
        // The clone begins with its own report.
        _ = try await eventually { try await test.service.branch(name).progress?.phase == .copying ? true : nil }
        await test.service.report(
            BranchProgress(phase: .copying, bytesDone: 262_144, bytesTotal: 1_048_576, secondsLeft: 40), of: name)
        let page = try await TestVisitor(test).get("/admin/branches").text
        #expect(page.contains(#"value="0.25""#))
        #expect(page.contains("copying, 256 kB of 1.0 MB, about 40 s left"))
        await test.service.releaseClones()
    }

    @Test func `a failed row opens its code, its message and what to do`() async throws {
        await test.service.failClones(code: .cloneFailed, message: "No space left on device.")
        try await test.create("bad")
        let visitor = try await TestVisitor(test)
        let page = try await visitor.get("/admin/branches").text
        #expect(page.contains(#"<code data-part="code">clone_failed</code>"#))
        #expect(page.contains("No space left on device."))
        #expect(page.contains(#"href="/admin/troubleshooting#clone_failed">What to do</a>"#))
        let help = try await visitor.get("/admin/troubleshooting").text
        for code in FailureCode.allCases { #expect(help.contains(#"id="\#(code.rawValue)""#)) }
    }

    @Test func `search, status and order are parameters of the address`() async throws {
        for name in ["apple", "banana", "cherry"] { try await test.create(name) }
        await test.service.failClones(code: .cloneFailed, message: "no")
        try await test.create("apricot")
        let visitor = try await TestVisitor(test)
        func names(_ query: String) async throws -> [String] {
            try await visitor.get("/admin/branches" + query).text
                .matches(of: /<tr role="row" data-name="([^"]+)"/).map { String($0.1) }
        }
        #expect(try await names("") == ["apple", "banana", "cherry", "apricot"])
        #expect(try await names("?search=AN&status=&sort=") == ["banana"])
        #expect(try await names("?search=app&sort=name&status=failed") == ["apricot"])
        #expect(try await names("?sort=newest") == ["apricot", "cherry", "banana", "apple"])
        #expect(try await names("?sort=name") == ["apple", "apricot", "banana", "cherry"])
        #expect(try await names("?search=%3Cb%3E") == [])
        let none = try await visitor.get("/admin/branches?search=%3Cb%3E").text
        #expect(none.contains("No branch matches") && none.contains(#"value="&lt;b&gt;""#) && !none.contains("<b>"))
    }

    @Test func `an unknown status or parameter is refused with a page`() async throws {
        let visitor = try await TestVisitor(test)
        for query in ["?status=gone", "?sort=random", "?colour=red", "?page=0"] {
            let page = try await visitor.get("/admin/branches" + query)
            #expect(page.status == .badRequest)
            #expect(page.text.contains("<code>invalid_request</code>"), "\(query): \(page.text)")
        }
    }

    @Test func `rows offer only what whoever looks may do`() async throws {
        let mine = try await test.key(.developer)
        try await test.create("mine", with: mine.secret.reveal())
        try await test.create("theirs")
        func offers(_ visitor: TestVisitor, _ branch: String) async throws -> [String] {
            let page = try await visitor.get("/admin/branches").text
            let row = try #require(page.split(separator: "<tr ").first { $0.contains("data-name=\"\(branch)\"") })
            return row.matches(of: /<li[^>]*?( hidden)?><a[^>]*>(Connect|Compare|Delete)</)
                .filter { $0.1 == nil }.map { String($0.2) }
        }
        let developer = try await TestVisitor(test, key: mine)
        #expect(try await offers(developer, "mine") == ["Connect", "Compare", "Delete"])
        #expect(try await offers(developer, "theirs") == ["Compare"])
        let viewer = try await TestVisitor(test, .viewer)
        #expect(try await offers(viewer, "mine") == ["Compare"])
        let page = try await viewer.get("/admin/branches").text
        #expect(!page.contains("Delete") && !page.contains("Connect"))
        let `operator` = try await TestVisitor(test, .operator)
        #expect(try await offers(`operator`, "mine") == ["Connect", "Compare", "Delete"])
        #expect(try await offers(`operator`, "theirs") == ["Connect", "Compare", "Delete"])
    }

    @Test func `an owner is "you", a key's name for admins, and else its id`() async throws {
        let key = try await test.key(.developer, name: "ci <runner>")
        try await test.create("mine", with: key.secret.reveal())
        #expect(try await TestVisitor(test, key: key).get("/admin/branches").text.contains(">you</td>"))
        #expect(try await TestVisitor(test).get("/admin/branches").text.contains(">ci &lt;runner&gt;</td>"))
        #expect(try await TestVisitor(test, .viewer).get("/admin/branches").text.contains(">\(key.key.id)</td>"))
    }

    @Test func `200 branches are one page below 40 KB compressed`() async throws {
        for number in 0..<200 {
            try await test.create("feature-\(number)-\(String(number &* 2_654_435_761, radix: 36))")
        }
        let visitor = try await TestVisitor(test)
        let page = try await visitor.get("/admin/branches").text
        #expect(page.contains("200 branches"))
        #expect(page.matches(of: /<tr role="row" data-name="f/).count == 200)
        #expect(!page.contains("rel=\"next\""))
        #expect(try await Compressed.size(of: page) <= 40 * 1024)
        try await test.create("one-more")
        #expect(
            try await visitor.get("/admin/branches").text.contains(
                #"rel="next" href="/admin/branches?search=&amp;status=&amp;sort=oldest&amp;page=2""#))
        let second = try await visitor.get("/admin/branches?page=2").text
        #expect(second.contains("data-name=\"one-more\""))
    }
}
