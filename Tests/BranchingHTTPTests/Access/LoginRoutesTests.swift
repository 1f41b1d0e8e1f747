import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// Who gets which password where branches have logins.
@Suite struct LoginRoutesTests {
    private let test = TestAPI(logins: true)
    private let path = APIPath.branches + "/mine"

    @Test func `a developer gets the login of their own branch with its password, and never the server's`() async throws
    {
        let (mine, other) = (try await test.key(.developer), try await test.key(.developer))
        try await test.create("mine", with: mine.secret.reveal())
        let login = try #require(try await test.send(.get, path, key: mine).decode(Branch.self).login?.role)
        #expect(login.hasPrefix("ayb_login_"))

        let answer = try await test.send(.get, path + "/connection?password=true", key: mine)
        #expect(answer.status == .ok)
        let body = try answer.decode(ConnectionBody.self)
        #expect(body.user == login && body.url.contains("a%20login%27s%20own"))
        #expect(try await !test.send(.get, path + "/connection", key: mine).text.contains("own"))

        let refused = try await test.send(.get, path + "/connection?password=true&as=server", key: mine)
        #expect(refused.status == .forbidden)
        #expect(try refused.problem.code == .insufficientScope)
        let foreign = try await test.send(.get, path + "/connection?password=true", key: other)
        #expect(foreign.status == .forbidden && !foreign.text.contains("own%"))
    }

    @Test func `an operator gets either`() async throws {
        let (mine, boss) = (try await test.key(.developer), try await test.key(.operator))
        try await test.create("mine", with: mine.secret.reveal())
        let asServer = try await test.send(.get, path + "/connection?password=true&as=server", key: boss)
        #expect(try asServer.decode(ConnectionBody.self).user == "ayb")
        #expect(asServer.text.contains("p%40ss"))
        let asLogin = try await test.send(.get, path + "/connection?password=true&as=login", key: boss)
        #expect(try asLogin.decode(ConnectionBody.self).user.hasPrefix("ayb_login_"))
        #expect(try await test.send(.get, path + "/connection?as=root", key: boss).status == .badRequest)
    }

    @Test func `what a branch's user put into it is verified for operators only`() async throws {
        let (mine, boss) = (try await test.key(.developer), try await test.key(.operator))
        try await test.create("mine", with: mine.secret.reveal())
        let body = #"{"from":"main","to":"mine","verify":true}"#
        let refused = try await test.send(.post, APIPath.diff, body: body, key: mine)
        #expect(refused.status == .forbidden)
        #expect(try refused.problem.code == .insufficientScope)
        #expect(try await test.send(.post, APIPath.diff, body: body, key: boss).status == .ok)
        let plain = #"{"from":"main","to":"mine"}"#
        #expect(try await test.send(.post, APIPath.diff, body: plain, key: mine).status == .ok)
    }

    @Test func `a record written by hand is the same as an encoder's`() throws {
        let login = BranchLogin(role: "ayb_login_x", connectsToSource: true, readsElsewhere: ["a\"b", "c"])
        for login in [login, BranchLogin(role: "ayb_login_x")] {
            let branch = Branch(
                id: BranchID(rawValue: "br_x"), name: try BranchName("x"), sourceDatabase: "s", branchDatabase: "b",
                status: .ready, createdAt: .init(timeIntervalSince1970: 0), updatedAt: .init(timeIntervalSince1970: 0),
                login: login)
            let encoded = try APICoder.encoder().encode(branch)
            #expect(try Array(encoded) == branch.json())
            #expect(try APICoder.decoder().decode(Branch.self, from: encoded) == branch)
        }
    }
}
