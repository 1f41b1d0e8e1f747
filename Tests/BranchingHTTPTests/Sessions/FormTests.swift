import BranchingCore
import HTTPTypes
import Testing

@testable import BranchingHTTP

/// Forms, and where they may lead.
@Suite struct FormTests {
    @Test func `a form is read as browsers write it`() throws {
        let form = try FormFields(Array("name=a+b%2Bc&empty=&flag&%C3%A4=%E2%82%AC%0D%0A&&x=1=2".utf8))
        #expect(form.names == ["empty", "flag", "name", "x", "ä"])
        #expect(form["name"] == "a b+c" && form["empty"] == "" && form["flag"] == "" && form["x"] == "1=2")
        #expect(form["ä"] == "€\r\n" && form["nothing"] == nil)
        #expect(try FormFields([]).names.isEmpty)
    }

    @Test(arguments: ["a=1&a=2", "a=1&%61=2", "a=%", "a=%2", "a=%G0", "a=%FF", "a=%C3", "a=%00", "a=%ED%A0%80"])
    func `a form that two programs could read differently is refused`(_ text: String) {
        #expect(throws: BranchError.self) { try FormFields(Array(text.utf8)) }
    }

    @Test func `a form has at most a thousand fields`() throws {
        let fields = (0..<1001).map { "f\($0)=" }
        #expect(try FormFields(Array(fields.dropLast().joined(separator: "&").utf8)).names.count == 1000)
        #expect(throws: BranchError.self) { try FormFields(Array(fields.joined(separator: "&").utf8)) }
    }

    @Test(arguments: [
        "/admin", "/admin/", "/admin/branches/a", "/admin?x=1", "/admin/branches?q=a%2Fb&then=//evil.example",
    ])
    func `a page of the dashboard may be where a sign-in leads`(_ path: String) {
        #expect(OwnPath(path, in: .standard)?.description == path)
    }

    @Test(arguments: [
        "", "/", "//evil.example", "https://evil.example", "/administration", "/adminevil", "/admin//evil.example",
        "/admin/..//evil.example", "/admin/../x", "/admin/./x", #"/admin/\evil.example"#, "/admin\n", "/admin/\u{9}x",
        "/admin#x", " /admin", "/Admin", "javascript:alert(1)", "/admin/ä", "\\admin", "admin",
    ])
    func `nothing else may be`(_ path: String) {
        #expect(OwnPath(path, in: .standard) == nil)
    }

    @Test(arguments: ["/admin", "/a", "/ops/ayb_1/x-y", "/a/b/c/d", "/healthy", "/x/api"])
    func `the dashboard may be at such a path`(_ path: String) {
        #expect(DashboardPath(path)?.description == path)
    }

    @Test(arguments: [
        "", "/", "admin", "/admin/", "//admin", "/api", "/api/x", "/health", "/livez", "/readyz", "/metrics",
        "/a/b/c/d/e",
        "/a b", "/ä", "/{x}", "/a/../b", "/.", "/a.b", "/%61",
    ])
    func `the dashboard may not be elsewhere`(_ path: String) {
        #expect(DashboardPath(path) == nil)
    }
}
