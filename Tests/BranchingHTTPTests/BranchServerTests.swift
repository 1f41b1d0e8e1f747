import BranchingCore
import BranchingHTTP
import FoundationEssentials
import Logging
import ServiceLifecycle
import Subprocess
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct BranchServerTests {
    let test = TestAPI()
    let tcp = ListenAddress.tcp(host: "127.0.0.1", port: 0)

    @Test func `one server listens on TCP, TLS and a Unix socket at once`() async throws {
        try await TemporaryDirectory.run { directory in
            let files = try await directory.makeCertificate()
            let socket = ListenAddress.unixSocket(path: directory.path + "/ayb.sock")
            let addresses = [tcp, .tcp(host: "127.0.0.1", port: 0, tls: files), socket]
            try await TestServer.run(test.api, on: addresses) { server in
                #expect(server.addresses.count == 3)
                for address in server.addresses {
                    if case .tcp(_, let port, _) = address { #expect(port > 0) }
                    let answer = try await RawConnection.request(address, "GET /api/admin/branches")
                    #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(address): \(answer)")
                    #expect(answer.hasSuffix(#"{"branches":[]}"#))
                }
                #expect(try directory.permissions(of: "ayb.sock") == 0o600)
            }
            #expect(!directory.has("ayb.sock"))
        }
    }

    @Test func `a stale socket is replaced, and one in use is left`() async throws {
        try await TemporaryDirectory.run { directory in
            let socket = ListenAddress.unixSocket(path: directory.path + "/ayb.sock")
            try await directory.makeStaleSocket("ayb.sock")
            try await TestServer.run(test.api, on: [socket]) { _ in
                await #expect(throws: ListenError.socketInUse(path: directory.path + "/ayb.sock")) {
                    try await TestServer.run(test.api, on: [socket]) { _ in }
                }
                let answer = try await RawConnection.request(socket, "GET /health")
                #expect(answer.hasPrefix("HTTP/1.1 200 "))
            }
        }
    }

    @Test func `a file that is not a socket is left as it is`() async throws {
        try await TemporaryDirectory.run { directory in
            try directory.write("precious", to: "file")
            await #expect(throws: ListenError.notASocket(path: directory.path + "/file")) {
                try await TestServer.run(test.api, on: [.unixSocket(path: directory.path + "/file")]) { _ in }
            }
            #expect(directory.has("file"))
        }
    }

    @Test func `an address in use is reported, and nothing is left listening`() async throws {
        try await TemporaryDirectory.run { directory in
            let socket = ListenAddress.unixSocket(path: directory.path + "/ayb.sock")
            try await TestServer.run(test.api, on: [tcp]) { server in
                let taken = try #require(server.addresses.first)
                let error = await #expect(throws: ListenError.self) {
                    try await TestServer.run(test.api, on: [socket, taken]) { _ in }
                }
                guard case .bind(taken, _) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(error?.description.contains("\(taken)") == true)
            }
            #expect(!directory.has("ayb.sock"))
        }
    }

    @Test func `a socket path that is too long is reported`() async throws {
        let path = "/tmp/" + String(repeating: "a", count: 200)
        let error = await #expect(throws: ListenError.self) {
            try await TestServer.run(test.api, on: [.unixSocket(path: path)]) { _ in }
        }
        #expect(error?.description.contains(path) == true)
    }

    @Test func `a certificate that is missing or does not fit is reported`() async throws {
        try await TemporaryDirectory.run { directory in
            let files = try await directory.makeCertificate()
            let missing = TLSFiles(certificate: directory.path + "/none.pem", key: files.key)
            await #expect(throws: ListenError.certificate(path: missing.certificate)) {
                try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0, tls: missing)]) { _ in }
            }
            let noKey = TLSFiles(certificate: files.certificate, key: files.certificate)
            await #expect(throws: ListenError.key(path: noKey.key)) {
                try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0, tls: noKey)]) { _ in }
            }
            let other = try await directory.makeCertificate("other")
            let mixed = TLSFiles(certificate: files.certificate, key: other.key)
            let error = await #expect(throws: ListenError.self) {
                try await TestServer.run(test.api, on: [.tcp(host: "127.0.0.1", port: 0, tls: mixed)]) { _ in }
            }
            #expect(error?.description.contains("belong together") == true)
        }
    }

    @Test func `a create goes on when its client hangs up`() async throws {
        await test.service.holdClones()
        try await TestServer.run(test.api, on: [tcp]) { server in
            let address = try #require(server.addresses.first)
            let body = #"{"name":"left"}"#
            let head =
                "POST /api/admin/branches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(TestAPI.token)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            let client = Task { try await RawConnection(to: address).exchange([head + body]) }
            let name = try BranchName("left")
            let branch = try await eventually { try? await test.service.branch(name) }
            client.cancel()
            _ = await client.result
            await test.service.releaseClones()
            #expect(try await test.service.settled(branch).status == .ready)
        }
    }

    @Test func `a graceful stop ends event streams and waiting creates`() async throws {
        await test.service.holdClones()
        try await TestServer.run(test.api, on: [tcp]) { server in
            let address = try #require(server.addresses.first)
            async let create = RawConnection.request(
                address, "POST /api/admin/branches", body: #"{"name":"slow"}"#)
            let name = try BranchName("slow")
            _ = try await eventually { try? await test.service.branch(name) }
            let events = try await RawConnection(to: address)
            async let stream = events.exchange(
                [
                    "GET /api/admin/branches/slow/events HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n\r\n"
                ])
            let before = await test.service.reads
            _ = try await eventually { await test.service.reads >= before + 3 ? true : nil }
            await server.stop()
            let answer = try await create
            #expect(answer.hasPrefix("HTTP/1.1 503 "), "\(answer)")
            #expect(answer.contains("Retry-After: 5") && answer.contains(#""code":"request_refused""#))
            // The last chunk: the stream was ended, not cut.
            #expect(try await stream.hasSuffix("0\r\n\r\n"))
        }
        await test.service.releaseClones()
    }
}
