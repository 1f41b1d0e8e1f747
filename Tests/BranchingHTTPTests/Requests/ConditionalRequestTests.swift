import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// `ETag`, `If-Match` and `If-None-Match` (RFC 9110, section 13).
struct ConditionalRequestTests {
    private static let branch = TestAPI.branches + "/a"

    private let test = TestAPI()

    @Test func `a record has a strong tag, which changes with the record`() async throws {
        await test.service.holdClones()
        let created = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
        let first = try #require(created.headers[.eTag])
        #expect(first.hasPrefix("\"") && first.hasSuffix("\""))
        await test.service.releaseClones()
        let last = try await eventually {
            let answer = try await test.send(.get, Self.branch)
            return try answer.decode(Branch.self).status == .ready ? answer.headers[.eTag] : nil
        }
        #expect(last != first)
        #expect(try await test.send(.get, Self.branch).headers[.eTag] == last)
    }

    @Test func `who has the record is not sent it again`() async throws {
        try await test.create("a")
        let tag = try #require(try await test.send(.get, Self.branch).headers[.eTag])
        for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = try await test.send(.get, Self.branch, headers: [.ifNoneMatch: known])
            #expect(answer.status == .notModified, "\(known)")
            #expect(answer.headers[.eTag] == tag)
            #expect(answer.text.isEmpty)
        }
        for known in ["\"x\"", "\"1-br_x\", \"y\""] {
            #expect(try await test.send(.get, Self.branch, headers: [.ifNoneMatch: known]).status == .ok)
        }
    }

    @Test func `a branch is deleted only as it is known`() async throws {
        try await test.create("a")
        let tag = try #require(try await test.send(.get, Self.branch).headers[.eTag])
        // RFC 9110, section 13.1.1: weak tags never match here.
        for known in ["\"x\"", "\"1-br_x\"", "W/\(tag)"] {
            let answer = try await test.send(.delete, Self.branch, headers: [.ifMatch: known])
            #expect(answer.status == .preconditionFailed, "\(known)")
            #expect(try answer.problem.code == .preconditionFailed)
        }
        #expect(try await test.send(.delete, Self.branch, headers: [.ifMatch: "\"x\", \(tag)"]).status == .ok)
        try await test.create("a")
        #expect(try await test.send(.delete, Self.branch, headers: [.ifMatch: "*"]).status == .ok)
        #expect(try await test.send(.delete, Self.branch, headers: [.ifMatch: tag]).status == .notFound)
    }

    @Test(arguments: ["x", "", "\"x", "W/x", "\"x\" y"]) func `what is no tag is refused`(_ text: String) async throws {
        try await test.create("a")
        for (method, name) in [(HTTPRequest.Method.get, HTTPField.Name.ifNoneMatch), (.delete, .ifMatch)] {
            let answer = try await test.send(method, Self.branch, headers: [name: text])
            #expect(answer.status == .badRequest)
        }
    }
}
