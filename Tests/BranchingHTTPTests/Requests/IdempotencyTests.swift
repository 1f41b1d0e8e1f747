import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
struct IdempotencyTests {
    private static let header = HTTPField.Name("Idempotency-Key") ?? .from

    private let test = TestAPI()

    private func create(
        _ body: String, key: String, at path: String = TestAPI.branches, as actor: String = TestAPI.token
    ) async throws -> TestResponse {
        try await test.send(
            .post, path, body: body, authorization: "Bearer \(actor)", headers: [Self.header: key])
    }

    @Test func `a create that is sent again has the answer of the first`() async throws {
        let first = try await create(#"{"name":"a"}"#, key: "\"k1\"")
        // The quotes of the structured header are not part of the key, nor is white space of the request.
        let second = try await create(#"{ "name": "a" }"#, key: "k1")
        #expect(first.status == .created && second.status == .created)
        #expect(first.text == second.text && first.headers[.eTag] == second.headers[.eTag])
        #expect(second.headers[.location] == TestAPI.branches + "/a")
        let other = try await create(#"{"name":"a"}"#, key: "k2")
        #expect(try other.problem.code == .branchExists)
    }

    @Test func `a create that failed is told again as it failed`() async throws {
        await test.service.failClones(code: .cloneFailed, message: "The disk is full.")
        for _ in 0..<2 {
            let answer = try await create(#"{"name":"a"}"#, key: "k")
            #expect(answer.status == .badGateway)
            #expect(try answer.problem.branch?.errorMessage == "The disk is full.")
        }
        _ = try await test.send(.delete, TestAPI.branches + "/a")
        #expect(try await create(#"{"name":"a"}"#, key: "k").problem.code == .branchDeleted)
    }

    @Test func `a key that comes with another body is refused, and another's key is another key`() async throws {
        _ = try await create(#"{"name":"a"}"#, key: "k")
        let reused = try await create(#"{"name":"b"}"#, key: "k")
        #expect(reused.status == .unprocessableContent)
        #expect(try reused.problem.code == .idempotencyKeyReused)
        let other = try await test.key(.developer)
        #expect(try await create(#"{"name":"b"}"#, key: "k", as: other.secret.reveal()).status == .created)
    }

    @Test func `an API key is made once, and its secret is shown once`() async throws {
        let body = #"{"name":"ci","role":"viewer"}"#
        let first = try await create(body, key: "k", at: APIPath.keys)
        let issued = try first.decode(IssuedKeyBody.self)
        let second = try await create(body, key: "k", at: APIPath.keys)
        #expect(second.status == .conflict)
        #expect(try second.problem.code == .idempotencyKeyUsed)
        #expect(try second.problem.detail?.contains(issued.key.id.rawValue) == true)
        #expect(!second.text.contains(issued.secret.reveal()))
        let other = try await create(#"{"name":"cd","role":"viewer"}"#, key: "k", at: APIPath.keys)
        #expect(try other.problem.code == .idempotencyKeyReused)
    }

    @Test(arguments: ["", "\"\"", "\"k", "a b", "a,b", "a\\b", String(repeating: "k", count: 256)])
    func `what is no key is refused`(_ key: String) async throws {
        #expect(try await create(#"{"name":"a"}"#, key: key).status == .badRequest)
        #expect(try await create(#"{"name":"x","role":"viewer"}"#, key: key, at: APIPath.keys).status == .badRequest)
    }

    @Test func `a plan needs no memory`() async throws {
        #expect(try await create(#"{"name":"a","dry_run":true}"#, key: "k").status == .ok)
        #expect(try await create(#"{"name":"a"}"#, key: "k").status == .created)
    }
}
