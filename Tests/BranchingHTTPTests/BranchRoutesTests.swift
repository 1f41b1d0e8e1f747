import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

struct BranchRoutesTests {
    let test = TestAPI()

    @Test func `branches are listed oldest first`() async throws {
        for name in ["b", "a"] { try await test.create(name) }
        let answer = try await test.send(.get, TestAPI.branches)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/json")
        #expect(try answer.decode(BranchList.self).branches.map(\.name.rawValue) == ["b", "a"])
    }

    @Test func `the list can be filtered by status`() async throws {
        try await test.create("good")
        await test.service.failClones(code: .cloneFailed, message: "The disk is full.")
        try await test.create("bad")
        for (status, names) in [("ready", ["good"]), ("failed", ["bad"]), ("creating", [])] {
            let answer = try await test.send(.get, TestAPI.branches + "?status=\(status)")
            #expect(try answer.decode(BranchList.self).branches.map(\.name.rawValue) == names)
        }
    }

    @Test func `a branch is read with its progress`() async throws {
        await test.service.holdClones()
        _ = try await test.send(
            .post, TestAPI.branches, body: #"{"name":"slow"}"#, headers: [.prefer: "respond-async"])
        let name = try BranchName("slow")
        await test.service.report(BranchProgress(phase: .copying, bytesDone: 5, bytesTotal: 9), of: name)
        let branch = try await test.send(.get, TestAPI.branches + "/slow").decode(Branch.self)
        #expect(branch.status == .creating)
        #expect(branch.progress?.bytesTotal ?? 0 > 0)
        await test.service.releaseClones()
    }

    @Test func `a record has what applies and nothing that is null`() async throws {
        try await test.create("plain")
        let text = try await test.send(.get, TestAPI.branches + "/plain").text
        for member in ["id", "name", "source_database", "branch_database", "status", "created_at", "updated_at"] {
            #expect(text.contains("\"\(member)\":"))
        }
        #expect(!text.contains("null") && !text.contains("error_message") && !text.contains("progress"))
    }

    @Test func `a deleted branch is gone`() async throws {
        try await test.create("old")
        let answer = try await test.send(.delete, TestAPI.branches + "/old?force=true")
        #expect(answer.status == .ok)
        #expect(answer.text == #"{"status":"deleted"}"#)
        #expect(try await test.send(.get, TestAPI.branches + "/old").status == .notFound)
        #expect(try await test.send(.delete, TestAPI.branches + "/old").problem.code == .branchNotFound)
    }

    @Test func `the password is given out only on request`() async throws {
        try await test.create("secret")
        let path = TestAPI.branches + "/secret/connection"
        let encoded = "p%40ss%3Aw%2Fo%25r%27d%201"
        for query in ["", "?password=false"] {
            let answer = try await test.send(.get, path + query)
            #expect(answer.status == .ok)
            #expect(!answer.text.contains(encoded) && !answer.text.contains(InMemoryBranchService.password.reveal()))
            #expect(answer.headers[.cacheControl] == "no-store")
        }
        let body = try await test.send(.get, path + "?password=true").decode(ConnectionBody.self)
        #expect(body.url == "postgresql://ayb:\(encoded)@127.0.0.1:5432/ayb_branch_secret")
        #expect(body.database == "ayb_branch_secret" && body.port == 5432 && body.user == "ayb")
    }

    @Test func `a branch that is not ready has no connection`() async throws {
        await test.service.failClones(code: .cloneFailed, message: "The disk is full.")
        try await test.create("bad")
        let answer = try await test.send(.get, TestAPI.branches + "/bad/connection")
        #expect(answer.status == .conflict)
        #expect(try answer.problem.code == .branchNotReady)
    }

    @Test(arguments: [
        "/a?x=1", "?status=done", "?status=", "?status=ready&status=ready", "?limits=1", "/a?force=true",
        "/a/connection?password=yes", "/a/connection?password", "/a/events?after=1",
    ])
    func `a query that does not fit is refused`(_ suffix: String) async throws {
        let answer = try await test.send(.get, TestAPI.branches + suffix)
        #expect(answer.status == .badRequest)
        #expect(try answer.problem.code == .invalidRequest)
    }

    @Test(arguments: ["force=1", "force=TRUE", "force", "froce=true"])
    func `a delete wants force to be true or false`(_ query: String) async throws {
        try await test.create("kept")
        #expect(try await test.send(.delete, TestAPI.branches + "/kept?" + query).status == .badRequest)
        #expect(try await test.send(.get, TestAPI.branches + "/kept").status == .ok)
    }

    @Test(arguments: [
        "main", "UPPER", "-a", "a%2fb", "a b".replacing(" ", with: "%20"), String(repeating: "a", count: 64),
    ])
    func `a name that breaks a rule is refused in the path too`(_ name: String) async throws {
        for method in [HTTPRequest.Method.get, .delete] {
            #expect(try await test.send(method, TestAPI.branches + "/" + name).status == .badRequest)
        }
    }
}
