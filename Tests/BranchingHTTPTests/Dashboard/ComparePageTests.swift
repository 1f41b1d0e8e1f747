import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

struct ComparePageTests {
    let test = TestAPI()

    @Test func `the address sets the pickers, and comparing takes a click`() async throws {
        try await test.create("a")
        let page = try await TestVisitor(test).get("/admin/compare?from=a&to=main").text
        #expect(page.contains("<option selected>a</option>") && page.contains("<option selected>main</option>"))
        #expect(await test.service.lastDiff == nil)
    }

    @Test func `changes are grouped by kind, those with a hazard first, with the SQL and its proof`() async throws {
        await test.service.setChanges(
            [
                SchemaChange(kind: "index", object: "shop.i", action: .create),
                SchemaChange(kind: "table", object: "shop.new", action: .create, details: ["2 columns"]),
                SchemaChange(
                    kind: "table", object: "shop.old", action: .drop,
                    hazards: [Hazard(.deletesData, "All rows are gone.")]),
            ], unsupported: [UnsupportedObject(catalog: "pg_foo", description: "foo <bar>")])
        try await test.create("a")
        let page = try await TestVisitor(test, .viewer).post(
            "/admin/compare", ("from", "main"), ("to", "a"), ("online", "true"), ("verify", "true"))
        #expect(page.status == .ok)
        let text = page.text
        #expect(text.contains("main → a") && text.contains("2 to create, 1 to drop."))
        let order = ["<h3>table</h3>", "shop.old", "deletes_data", "All rows are gone.", "shop.new", "<h3>index</h3>"]
        let places = try order.map { try #require(text.firstRange(of: $0)?.lowerBound, "\($0) is missing") }
        #expect(places == places.sorted())
        #expect(text.contains("foo &lt;bar&gt;"))
        #expect(text.contains("SELECT 1;"))
        #expect(text.contains("Verified:"))
        let request = await test.service.lastDiff
        #expect(request?.verifies == true && request?.options.migration.isOnline == true)
    }

    @Test func `equal schemas, and what cannot be compared, are said in words`() async throws {
        let visitor = try await TestVisitor(test)
        #expect(
            try await visitor.post("/admin/compare", ("from", "main"), ("to", "main")).text.contains(
                "The schemas are equal."))
        let missing = try await visitor.post("/admin/compare", ("from", "main"), ("to", "nothing"))
        #expect(missing.status == .notFound)
        #expect(missing.text.contains("There is no branch &#39;nothing&#39;."))
        let viewer = try await TestVisitor(test, .viewer)
        let url = try await viewer.post("/admin/compare", ("from", "main"), ("to", "postgresql://u:geheim@h/d"))
        #expect(url.status == .forbidden)
        #expect(!url.text.contains("geheim"))
    }
}
