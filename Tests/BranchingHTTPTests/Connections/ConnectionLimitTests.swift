import BranchingCore
import BranchingHTTP
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ConnectionLimitTests {
    let test = TestAPI(options: .init(bodyLimit: 1000))
    let tcp = ListenAddress.tcp(host: "127.0.0.1", port: 0)

    /// Sends pieces to a server with these limits, and returns its answer.
    private func answer(
        to pieces: [String], pause: Duration = .zero, limits: ServerLimits = ServerLimits()
    ) async throws -> String {
        try await TestServer.run(test.api, on: [tcp], limits: limits) { server in
            try await RawConnection(to: try #require(server.addresses.first)).exchange(pieces, pause: pause)
        }
    }

    private func expectProblem(_ answer: String, _ status: Int, _ code: ProblemCode) {
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(400))")
        #expect(answer.contains("application/problem+json"))
        #expect(answer.contains(#""code":"\#(code.rawValue)""#))
        #expect(answer.contains("X-Request-Id: "))
    }

    @Test(arguments: [(1, 20_000), (80, 250)])
    func `headers over the limit are refused`(_ count: Int, _ size: Int) async throws {
        let value = String(repeating: "a", count: size)
        let headers = (0..<count).map { "X-\($0): \(value)\r\n" }.joined()
        expectProblem(
            try await answer(to: ["GET /health HTTP/1.1\r\nHost: h\r\n\(headers)\r\n"]), 431, .requestRefused)
    }

    @Test func `a path over the limit is refused`() async throws {
        let path = "/" + String(repeating: "a", count: 1 << 20)
        expectProblem(try await answer(to: ["GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n"]), 431, .requestRefused)
    }

    @Test(arguments: ["hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /health HTTP/1.1\r\nHost h\r\n\r\n"])
    func `anything but HTTP is refused`(_ text: String) async throws {
        expectProblem(try await answer(to: [text]), 400, .requestRefused)
    }

    /// RFC 9112, section 3.2.
    @Test(arguments: ["", "Host: a\r\nHost: a\r\n", "host: a\r\nX: y\r\nHOST: b\r\n"], ["GET", "POST"])
    func `HTTP of version 1.1 without exactly one Host is refused`(hosts: String, method: String) async throws {
        let length = method == "POST" ? "Content-Length: 2\r\n" : ""
        let text = "\(method) /health HTTP/1.1\r\n\(hosts)\(length)\r\n" + (method == "POST" ? "{}" : "")
        let answer = try await answer(to: [text + "GET /health HTTP/1.1\r\nHost: h\r\n\r\n"])
        expectProblem(answer, 400, .requestRefused)
        #expect(answer.ranges(of: "HTTP/1.1 ").count == 1, "nothing after it is read: \(answer)")
    }

    @Test func `HTTP of version 1.0 needs no Host, and an answer that is owed comes before a refusal`() async throws {
        // Its connection is closed as that of a stranger.
        let old = try await answer(
            to: ["GET /health HTTP/1.0\r\n\r\n"], limits: ServerLimits(strangerDeadline: .seconds(1)))
        #expect(old.hasPrefix("HTTP/1.1 200 "), "\(old)")
        let both = try await answer(to: ["GET /health HTTP/1.1\r\nHost: h\r\n\r\nGET /health HTTP/1.1\r\n\r\n"])
        #expect(both.hasPrefix("HTTP/1.1 200 ") && both.contains("HTTP/1.1 400 "), "\(both)")
    }

    @Test func `a client that is slow with its headers is refused`() async throws {
        let pieces = ["GET /health HTTP/1.1\r\n"] + (0..<100).map { "X-\($0): a\r\n" }
        expectProblem(
            try await answer(
                to: pieces, pause: .milliseconds(20), limits: ServerLimits(readDeadline: .milliseconds(200))),
            408, .requestRefused)
    }

    @Test func `a client that is slow with its body is refused`() async throws {
        let head =
            "POST /api/admin/branches HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
        let pieces = [head] + (0..<100).map { _ in " " }
        expectProblem(
            try await answer(
                to: pieces, pause: .milliseconds(20), limits: ServerLimits(readDeadline: .milliseconds(200))),
            408, .requestRefused)
    }

    @Test func `a body over the limit is refused, declared or not`() async throws {
        let head =
            "POST /api/admin/branches HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer \(TestAPI.token)\r\nContent-Type: application/json\r\n"
        let spaces = String(repeating: " ", count: 2000)
        let declared = try await answer(to: [head + "Content-Length: 2000\r\n\r\n" + spaces])
        expectProblem(declared, 413, .bodyTooLarge)
        let chunked = try await answer(to: [
            head + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + spaces + "\r\n0\r\n\r\n"
        ])
        expectProblem(chunked, 413, .bodyTooLarge)
    }

    @Test func `an idle connection is closed`() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let text = try await answer(
            to: ["GET /health HTTP/1.1\r\nHost: h\r\n\r\n"], limits: ServerLimits(idleTimeout: .seconds(1)))
        #expect(text.hasPrefix("HTTP/1.1 200 "))
        #expect(clock.now - start < .seconds(120))
    }

    @Test func `a connection to the socket over the cap waits for its turn`() async throws {
        try await TemporaryDirectory.run { directory in
            let address = ListenAddress.unixSocket(path: directory.path + "/ayb.sock")
            try await waitForTurn(at: address)
        }
    }

    private func waitForTurn(at address: ListenAddress) async throws {
        try await TestServer.run(test.api, on: [address], limits: ServerLimits(connectionLimit: 1)) { _ in
            await test.service.holdClones()
            async let first = RawConnection.request(address, "POST /api/admin/branches", body: #"{"name":"a"}"#)
            let name = try BranchName("a")
            _ = try await eventually { try? await test.service.branch(name) }
            async let second = RawConnection.request(address, "DELETE /api/admin/branches/a")
            // Enough time for the second to finish if it were let in.
            try await Task.sleep(for: .milliseconds(100))
            #expect(try await test.service.branch(name).status == .creating)
            await test.service.releaseClones()
            #expect(try await first.hasPrefix("HTTP/1.1 201 "))
            #expect(try await second.hasPrefix("HTTP/1.1 200 "))
        }
    }
}
