import BranchingCore
import BranchingHTTP
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

struct StrictBodyTests {
    let test = TestAPI(options: .init(bodyLimit: 1000))

    @Test(arguments: [
        ("", ProblemCode.invalidJSON, "JSON"),
        ("{", .invalidJSON, "JSON"),
        (#"{"name":"a"} x"#, .invalidJSON, "JSON"),
        (#"{name:"a"}"#, .invalidJSON, "JSON"),
        ("[]", .invalidRequest, "object"),
        (#""a""#, .invalidRequest, "object"),
        ("{}", .invalidRequest, "'name'"),
        (#"{"name":null}"#, .invalidRequest, "'name'"),
        (#"{"name":1}"#, .invalidRequest, "'name' is a text"),
        (#"{"name":"a","schema_only":"yes"}"#, .invalidRequest, "'schema_only' is true or false"),
        (#"{"name":"a","from":{"host":"x"}}"#, .invalidRequest, "'from' is a text"),
        (#"{"name":"a","strategy":"magic"}"#, .invalidRequest, "'strategy'"),
        (#"{"name":"a","strategy":"template","schema_only":true}"#, .invalidRequest, "template"),
        (#"{"name":"a","form":"main"}"#, .unknownMember, "'form'"),
        (#"{"name":"a","from":"mysql://h/d"}"#, .invalidSource, "postgresql://"),
        (#"{"name":"a","from":"No Such Thing"}"#, .invalidSource, "'from'"),
        (#"{"name":"main"}"#, .reservedBranchName, "reserved"),
        (#"{"name":"UPPER"}"#, .invalidBranchName, "lower-case"),
        (#"{"name":""}"#, .invalidBranchName, "at least one"),
        (#"{"name":"a",}"#, .invalidJSON, "JSON"),
        (#"{"name":"a","exclude_table_data":["t",]}"#, .invalidJSON, "JSON"),
        (#"{"name":"a","name":"b"}"#, .invalidJSON, "'name' appears twice"),
        (#"{"name":"a","na\u006de":"b"}"#, .invalidJSON, "'name' appears twice"),
        ("\u{FEFF}{\"name\":\"a\"}", .invalidJSON, "UTF-8"),
        (#"{"name":"a","exclude_table_data":[""]}"#, .invalidRequest, "pattern"),
        (#"{"name":"a","exclude_table_data":[null]}"#, .invalidRequest, "null"),
        (#"{"name":"a","max_rate":9223372036854775808}"#, .invalidRequest, "'max_rate'"),
        (#"{"name":"a","jobs":1e400}"#, .invalidRequest, "'jobs'"),
        (#"{"name":"a","jobs":-9223372036854775808}"#, .invalidRequest, "'jobs'"),
        (#"{"name":"a","jobs":1.5}"#, .invalidRequest, "'jobs'"),
    ])
    func `a body that does not fit is refused with its reason`(_ body: String, _ code: ProblemCode, _ reason: String)
        async throws
    {
        let answer = try await test.send(.post, TestAPI.branches, body: body)
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "application/problem+json")
        let problem = try answer.problem
        #expect(problem.code == code)
        #expect(problem.detail?.contains(reason) == true, "\(problem.detail ?? "")")
        #expect(try await test.service.branches(status: nil).isEmpty)
    }

    @Test(arguments: [
        #"{"name":"a","from":"postgresql://u:hunter2@h/d","x":1}"#,
        #"{"name":"a","from":"mysql://u:hunter2@h/d"}"#,
        #"{"name":"a","from":"UPPER hunter2"}"#,
        #"{"name":"a","from":["hunter2"]}"#,
        #"{"name":"a","from":"hunter2"#,
        #"{"name":"hunter2!"}"#,
    ])
    func `what was sent is not repeated`(_ body: String) async throws {
        let answer = try await test.send(.post, TestAPI.branches, body: body)
        #expect(answer.status == .badRequest)
        #expect(!answer.text.contains("hunter2"))
    }

    @Test(arguments: [
        "name", "from", "strategy", "schema_only", "disconnect_source", "exclude_table_data", "jobs", "max_rate",
        "dry_run",
    ])
    func `no member of a create may be null`(_ member: String) async throws {
        let name = member == "name" ? "" : #""name":"a","#
        let answer = try await test.send(.post, TestAPI.branches, body: "{\(name)\"\(member)\":null}")
        #expect(answer.status == .badRequest)
        #expect(try answer.problem.code == .invalidRequest)
        #expect(try answer.problem.detail?.contains("'\(member)' cannot be null") == true)
    }

    @Test(arguments: ["from", "to", "schemas", "exclude", "ignore", "renames", "online", "strict", "verify"])
    func `no member of a comparison may be null`(_ member: String) async throws {
        let others = ["from", "to"].filter { $0 != member }.map { #""\#($0)":"main","# }.joined()
        let answer = try await test.send(.post, "/api/admin/diff", body: "{\(others)\"\(member)\":null}")
        #expect(answer.status == .badRequest)
        #expect(try answer.problem.detail?.contains("'\(member)' cannot be null") == true)
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json"])
    func `a body that is not called JSON is refused`(_ type: String) async throws {
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.contentType: type])
        #expect(answer.status == .unsupportedMediaType)
        #expect(try answer.problem.code == .unsupportedMediaType)
    }

    @Test(arguments: ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8"])
    func `JSON may have parameters`(_ type: String) async throws {
        let answer = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"a"}"#, headers: [.contentType: type])
        #expect(answer.status == .created)
    }

    @Test func `a body over the limit is refused, and one at the limit is read`() async throws {
        let start = #"{"name":"a"}"#
        let most = start + String(repeating: " ", count: 1000 - start.utf8.count)
        #expect(try await test.send(.post, TestAPI.branches, body: most).status == .created)
        let answer = try await test.send(.post, TestAPI.branches, body: most + " ")
        #expect(answer.status == .contentTooLarge)
        #expect(try answer.problem.code == .bodyTooLarge)
    }
}
