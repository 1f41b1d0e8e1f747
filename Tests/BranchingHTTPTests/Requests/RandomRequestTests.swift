import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

/// Unforeseen bodies and headers: each is answered, and a refusal is a problem. A seed makes each run the same.
@Suite(.timeLimit(.minutes(5)))
struct RandomRequestTests {
    private static let runs = 3000

    @Test(arguments: [1, 2]) func `any body is answered, and a refusal is a problem`(_ seed: UInt64) async throws {
        let test = TestAPI()
        try await Application(responder: test.api.responder()).test(.router) { client in
            var bodies = RandomBody(seed: seed)
            for number in 0..<Self.runs {
                let isCreate = number % 2 == 0
                let body = bodies.next(isCreate ? RandomBody.create : RandomBody.diff)
                let answer = try await client.execute(
                    uri: isCreate ? TestAPI.branches : "/api/admin/diff", method: .post,
                    headers: [
                        .authorization: "Bearer \(TestAPI.token)", .contentType: "application/json",
                        .prefer: "respond-async",
                    ],
                    body: ByteBuffer(bytes: body))
                expectAnswer(answer, to: body)
            }
        }
    }

    @Test func `any start of an event stream is answered, and a refusal is a problem`() async throws {
        let test = TestAPI()
        try await test.create("done")
        await test.service.holdClones()
        _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
        let ids = [
            "0", "1", "9223372036854775806", "9223372036854775807", "9223372036854775808", "18446744073709551615", "-1",
            "1.5",
            "9999999999999999999", "00000000000000000000", "1e9", "abc", "1,2",
        ]
        try await Application(responder: test.api.responder()).test(.router) { client in
            var random = SeededGenerator(seed: 3)
            for _ in 0..<300 {
                var headers: HTTPFields = [.authorization: "Bearer \(TestAPI.token)"]
                let digits = String((0..<random.number(25)).map { _ in random.pick(Array("0123456789")) ?? "0" })
                let id = random.oneIn(2) ? random.pick(ids) ?? "" : digits
                if !random.oneIn(5) { headers[.lastEventID] = id }
                let name = random.pick(["done", "none", "main", "UPPER", "a%00", "%ff", "done?x=1"]) ?? ""
                let answer = try await client.execute(
                    uri: TestAPI.branches + "/\(name)/events", method: .get, headers: headers,
                    body: random.oneIn(10) ? ByteBuffer(string: "body") : nil)
                expectAnswer(answer, to: Array(id.utf8))
            }
            // One that continues, with the greatest id and changes meanwhile.
            for id in ids {
                async let answer = client.execute(
                    uri: TestAPI.branches + "/a/events", method: .get,
                    headers: [.authorization: "Bearer \(TestAPI.token)", .lastEventID: id])
                for bytes in [Int64.min, -1, 0, .max] {
                    await test.service.report(
                        BranchProgress(phase: .copying, bytesDone: bytes, bytesTotal: bytes), of: try BranchName("a"))
                    try await Task.sleep(for: .milliseconds(3))
                }
                await test.service.releaseClones()
                expectAnswer(try await answer, to: Array(id.utf8))
                await test.service.holdClones()
                _ = try await test.send(.delete, TestAPI.branches + "/a")
                _ = try await test.send(
                    .post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.prefer: "respond-async"])
            }
        }
        await test.service.releaseClones()
    }

    private func expectAnswer(_ answer: TestResponse, to body: [UInt8]) {
        guard answer.status.kind != .successful else { return }
        let text = String(decoding: body.prefix(300), as: UTF8.self)
        #expect(answer.status.kind == .clientError, "\(answer.status) to \(text)")
        #expect(answer.headers[.contentType] == "application/problem+json", "\(text)")
        let problem = try? answer.problem
        #expect(problem?.status == answer.status.code && problem?.requestID != nil, "\(text)")
    }
}
