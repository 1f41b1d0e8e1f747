import BranchingCore
import BranchingHTTP
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import TestSupport
import Testing

struct LogTests {
    @Test func `each change is one audit line with action, branch, result and request id`() async throws {
        let recorder = LogRecorder()
        let test = TestAPI(logger: recorder.logger)
        let headers: HTTPFields = [.requestID: "req-1"]
        for _ in 0..<2 {
            _ = try await test.send(.post, TestAPI.branches, body: #"{"name":"a"}"#, headers: headers)
        }
        _ = try await test.send(.delete, TestAPI.branches + "/a", headers: headers)
        let audit = recorder.lines.filter { $0.message == "Audit" }
        #expect(audit.map { $0["action"] } == ["branch.create", "branch.create", "branch.delete"])
        #expect(audit.map { $0["result"] } == ["ok", "branch_exists", "ok"])
        #expect(audit.allSatisfy { $0["branch"] == "a" && $0["request_id"] == "req-1" && $0["key"] == "root" })
    }

    @Test func `a password that is given out and each comparison are audit lines`() async throws {
        let recorder = LogRecorder()
        let test = TestAPI(logger: recorder.logger)
        try await test.create("a")
        let headers: HTTPFields = [.requestID: "req-1"]
        for query in ["", "?password=false", "?password=true"] {
            _ = try await test.send(.get, TestAPI.branches + "/a/connection" + query, headers: headers)
        }
        _ = try await test.send(.get, TestAPI.branches + "/none/connection?password=true", headers: headers)
        for body in [
            #"{"from":"main","to":"a"}"#, #"{"from":"main","to":"none"}"#,
            #"{"from":"postgresql://u:hunter2@h/d","to":"mysql://hunter2=x"}"#,
        ] {
            _ = try await test.send(.post, "/api/admin/diff", body: body, headers: headers)
        }
        let audit = recorder.lines.filter { $0.message == "Audit" }.dropFirst()
        #expect(
            audit.map { $0["action"] } == ["branch.password", "branch.password"]
                + Array(repeating: "schema.diff", count: 3))
        #expect(audit.map { $0["branch"] }.prefix(2) == ["a", "none"])
        #expect(audit.map { $0["from"] }.dropFirst(2) == ["main", "main", "a connection string"])
        #expect(audit.map { $0["to"] }.dropFirst(2) == ["a", "none", "a connection string"])
        #expect(audit.map { $0["result"] } == ["ok", "branch_not_found", "ok", "branch_not_found", "invalid_source"])
        #expect(audit.allSatisfy { $0["request_id"] == "req-1" && $0["key"] == "root" && $0["remote"] != nil })
        #expect(!recorder.lines.contains { "\($0)".contains("hunter2") })
    }

    @Test func `a wrong key is an audit line, up to a rate`() async throws {
        let recorder = LogRecorder()
        let test = TestAPI(logger: recorder.logger)
        let application = Application(responder: test.api.responder())
        try await application.test(.router) { client in
            for authorization in ["Bearer hunter2", "Basic hunter2"] + Array(repeating: "Bearer wrong", count: 50) {
                let answer = try await client.execute(
                    uri: TestAPI.branches, method: .get, headers: [.authorization: authorization, .requestID: "req-1"])
                // After ten of them nobody looks any more.
                #expect(answer.status == .unauthorized || answer.status == .tooManyRequests)
            }
            // Without a key nobody tried one.
            _ = try await client.execute(uri: TestAPI.branches, method: .get)
        }
        let audit = recorder.lines.filter { $0.message == "Audit" }
        #expect(audit.count == 20)
        #expect(
            audit.allSatisfy { $0["action"] == "key.refused" && $0["request_id"] == "req-1" && $0["remote"] != nil })
        #expect(!recorder.lines.contains { "\($0)".contains("hunter2") })
    }

    @Test func `each request is one line, and no secret is in any`() async throws {
        let recorder = LogRecorder()
        let test = TestAPI(logger: recorder.logger)
        _ = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a","from":"postgresql://u:hunter2@h/d"}"#,
            headers: [.requestID: "req-1"])
        _ = try await test.send(.get, TestAPI.branches + "/a/connection?password=true")
        _ = try await test.send(.get, TestAPI.branches + "?hunter2=1", authorization: "Bearer hunter2")
        let requests = recorder.lines.filter { $0.message == "Request" }
        #expect(requests.map { $0["status"] } == ["201", "200", "401"])
        #expect(requests.map { $0["method"] } == ["POST", "GET", "GET"])
        #expect(requests.first?["path"] == TestAPI.branches)
        #expect(requests.first?["request_id"] == "req-1")
        for line in recorder.lines {
            let text = "\(line)"
            #expect(!text.contains("hunter2") && !text.contains(TestAPI.token))
            #expect(!text.contains(InMemoryBranchService.password.reveal()))
        }
    }
}

/// Records log messages.
final class LogRecorder: Sendable {
    struct Line: Sendable {
        let message: String
        let metadata: Logger.Metadata

        subscript(_ key: String) -> String? { metadata[key].map { "\($0)" } }
    }

    private let recorded = Mutex<[Line]>([])

    var lines: [Line] { recorded.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "recorder") { _ in Handler(recorder: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            recorder.recorded.withLock { $0.append(Line(message: event.message.description, metadata: all)) }
        }
    }
}
