import BranchingCore
import Synchronization
import Testing

@testable import ayb

@Suite struct HTTPClientTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func client(_ server: TinyHTTPServer) throws -> HTTPClient {
        try HTTPClient(try ServerAddress(parsing: server.url, from: "the test"))
    }

    @Test(arguments: [false, true])
    func `a request and its answer travel whole`(overUnixSocket: Bool) throws {
        let server = try TinyHTTPServer(path: overUnixSocket ? directory.path + "/s" : nil) { request in
            TinyHTTPServer.Response(status: 202, body: "{\"echo\":\(request.body)}")
        }
        defer { server.stop() }
        let response = try client(server).send(
            HTTPRequest(
                method: .post, path: "/api/x?y=1", key: Secret("the-key"), headers: ["Prefer: respond-async"],
                body: Array("{\"a\":\"ü\"}".utf8)))
        #expect(response.status == 202)
        #expect(String(decoding: response.body, as: UTF8.self) == "{\"echo\":{\"a\":\"ü\"}}")
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /api/x?y=1 HTTP/1.1")
        #expect(request.headers["authorization"] == "Bearer the-key")
        #expect(request.headers["prefer"] == "respond-async")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.body == "{\"a\":\"ü\"}")
    }

    @Test func `a second request has nothing of the first`() throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response() }
        defer { server.stop() }
        let client = try client(server)
        _ = try client.send(HTTPRequest(method: .post, path: "/", key: Secret("k"), body: Array("{}".utf8)))
        _ = try client.send(HTTPRequest(method: .get, path: "/"))
        let second = try #require(server.requests.last)
        #expect(second.line.hasPrefix("GET "))
        #expect(second.headers["authorization"] == nil)
        #expect(second.body.isEmpty)
    }

    @Test func `a redirect is not followed, so that no key goes along`() throws {
        let other = try TinyHTTPServer { _ in TinyHTTPServer.Response() }
        defer { other.stop() }
        let elsewhere = other.url
        let server = try TinyHTTPServer { _ in
            TinyHTTPServer.Response(status: 307, headers: ["Location: \(elsewhere)/x"])
        }
        defer { server.stop() }
        let api = APIClient(http: try client(server), key: Secret("k"), deadline: Deadline(seconds: nil))
        let error = try #require(throws: ClientError.self) { try api.status() }
        #expect(error.message.contains(elsewhere))
        #expect(other.requests.isEmpty)
    }

    @Test func `a server that does not answer is a time-out`() throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(isSilent: true) }
        defer { server.stop() }
        let error = try #require(throws: ClientError.self) {
            try client(server).send(HTTPRequest(method: .get, path: "/", timeoutMilliseconds: 100))
        }
        #expect(error.status == .timeout)
    }

    @Test func `a server that is not there is unreachable`() throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response() }
        let client = try client(server)
        server.stop()
        let error = try #require(throws: ClientError.self) { try client.send(HTTPRequest(method: .get, path: "/")) }
        #expect(error.status == .unavailable)
        let socket = try HTTPClient(.socket(directory.path + "/none"))
        let missing = try #require(throws: ClientError.self) { try socket.send(HTTPRequest(method: .get, path: "/")) }
        #expect(missing.status == .unavailable)
    }

    @Test func `an answer that is too large is refused`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: HTTPClient.responseLimit + 1)
        let body = String(decoding: bytes, as: UTF8.self)
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(body: body) }
        defer { server.stop() }
        let error = try #require(throws: ClientError.self) {
            try client(server).send(HTTPRequest(method: .get, path: "/"))
        }
        #expect(error.status == .failure)
        #expect(error.message.contains("64 MB"))
    }

    @Test func `an interrupt ends a request that waits, and not one that must come to its end`() throws {
        let silent = Mutex(true)
        let server = try TinyHTTPServer { _ in
            TinyHTTPServer.Response(isSilent: silent.withLock { $0 })
        }
        defer { server.stop() }
        let client = try HTTPClient(
            try ServerAddress(parsing: server.url, from: "the test"), isInterrupted: { true })
        let error = try #require(throws: ClientError.self) { try client.send(HTTPRequest(method: .get, path: "/")) }
        #expect(error == .interrupted)
        silent.withLock { $0 = false }
        let response = try client.send(HTTPRequest(method: .get, path: "/", isInterruptible: false))
        #expect(response.status == 200)
    }

    @Test(
        arguments: [
            (
                404, "{\"type\":\"t\",\"title\":\"T\",\"status\":404,\"detail\":\"D\",\"code\":\"branch_not_found\"}",
                5, "D 'ayb branch list' shows all branches."
            ),
            (
                401, "{\"type\":\"t\",\"title\":\"T\",\"status\":401,\"detail\":\"D\",\"code\":\"unauthorized\"}", 4,
                "No key was sent"
            ),
            (
                409, "{\"type\":\"t\",\"title\":\"T\",\"status\":409,\"detail\":\"D\",\"code\":\"of_the_future\"}", 6,
                "D"
            ),
            (502, "<html>bad gateway</html>", 7, "502"), (200, "<html>hello</html>", 1, "does not understand"),
            (
                500,
                "{\"type\":\"t\",\"title\":\"T\",\"status\":500,\"code\":\"internal_error\",\"request_id\":\"r7\"}", 1,
                "r7"
            ),
        ] as [(Int, String, Int32, String)])
    func `what the server says becomes a message and an exit code`(
        status: Int, body: String, exit: Int32, words: String
    ) throws {
        let server = try TinyHTTPServer { _ in TinyHTTPServer.Response(status: status, body: body) }
        defer { server.stop() }
        let api = APIClient(http: try client(server), key: nil, deadline: Deadline(seconds: nil))
        let error = try #require(throws: ClientError.self) { try api.branch(try BranchName("x")) }
        #expect(error.status.rawValue == exit)
        #expect(error.message.contains(words))
    }
}
