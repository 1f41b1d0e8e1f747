import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

struct PagingTests {
    private let test = TestAPI()

    private func names(_ answer: TestResponse) throws -> [String] {
        try answer.decode(BranchList.self).branches.map(\.name.rawValue)
    }

    @Test func `following the links gives every branch once, in order`() async throws {
        for name in ["e", "d", "c", "b", "a"] { try await test.create(name) }
        var path: String? = TestAPI.branches + "?limit=2&status=ready"
        var pages: [[String]] = []
        while let next = path {
            let answer = try await test.send(.get, next)
            pages.append(try names(answer))
            let link = answer.headers[.link]
            path = try link.map { text in
                #expect(text.hasSuffix(">; rel=\"next\"") && text.contains("status=ready"))
                return String(try #require(text.dropFirst().split(separator: ">").first))
            }
        }
        #expect(pages == [["e", "d"], ["c", "b"], ["a"]])
        let whole = try await test.send(.get, TestAPI.branches)
        #expect(try names(whole) == ["e", "d", "c", "b", "a"] && whole.headers[.link] == nil)
    }

    @Test func `a list is filtered by owner`() async throws {
        let key = try await test.key(.developer)
        try await test.create("mine", with: key.secret.reveal())
        try await test.create("other")
        #expect(try names(try await test.send(.get, TestAPI.branches + "?owner=\(key.key.id)")) == ["mine"])
        #expect(try names(try await test.send(.get, TestAPI.branches + "?owner=root")) == ["other"])
        #expect(try names(try await test.send(.get, TestAPI.branches + "?owner=nobody")).isEmpty)
    }

    @Test(arguments: ["limit=0", "limit=1001", "limit=x", "after=x", "after=9999999999999999999-br_x", "after=1"])
    func `what does not fit is refused`(_ query: String) async throws {
        #expect(try await test.send(.get, TestAPI.branches + "?" + query).status == .badRequest)
    }
}
