import BranchingCore
import BranchingHTTP
import FoundationEssentials
import NIOCore
import NIOPosix
import TestSupport
import Testing

/// Many connections without a key lock nobody out.
@Suite(.timeLimit(.minutes(5)))
struct ConnectionCrowdTests {
    let test = TestAPI()
    let tcp = ListenAddress.tcp(host: "127.0.0.1", port: 0)
    private static let health = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n"

    /// Connections that have made a request without a key, and wait.
    private func crowd(_ count: Int, at address: ListenAddress, from host: String = "127.0.0.1") async throws
        -> [any Channel]
    {
        guard case .tcp(_, let port, _) = address else { return [] }
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(to: try SocketAddress(ipAddress: host, port: 0))
        var channels: [any Channel] = []
        for _ in 0..<count {
            let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
            try await channel.writeAndFlush(ByteBuffer(string: Self.health))
            channels.append(channel)
        }
        return channels
    }

    @Test func `520 idle connections without a key do not lock out others`() async throws {
        try await TemporaryDirectory.run { directory in
            let socket = ListenAddress.unixSocket(path: directory.path + "/ayb.sock")
            try await TestServer.run(test.api, on: [tcp, socket]) { server in
                let address = try #require(server.addresses.first)
                // From one host, and from many.
                var channels = try await crowd(520, at: address)
                for host in 2..<12 { channels += try await crowd(52, at: address, from: "127.0.0.\(host)") }
                for address in [address, address, socket] {
                    let answer = try await RawConnection.request(address, "GET /api/admin/branches")
                    #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(answer)")
                }
                // Of the first 520 at most 128 are left, and of all no more than there is room for.
                _ = try await eventually {
                    channels.count { $0.isActive } <= 512 && channels.prefix(520).count { $0.isActive } <= 128
                        ? true : nil
                }
                for channel in channels { channel.close(promise: nil) }
            }
        }
    }

    @Test func `who has shown the key keeps the connection while strangers come and go`() async throws {
        let limits = ServerLimits(connectionLimit: 8, strangerLimit: 8)
        try await TestServer.run(test.api, on: [tcp], limits: limits) { server in
            let address = try #require(server.addresses.first)
            let request = "GET /api/admin/status HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer \(TestAPI.token)\r\n"
            let (stranger, last) = ("\(request)\r\n", "\(request)Connection: close\r\n\r\n")
            // The second request comes after the crowd.
            let connection = try await RawConnection(to: address)
            async let answers = connection.exchange([stranger, last], pause: .milliseconds(500))
            try await Task.sleep(for: .milliseconds(100))
            let channels = try await crowd(40, at: address)
            #expect(try await answers.components(separatedBy: "HTTP/1.1 200 ").count == 3)
            for channel in channels { channel.close(promise: nil) }
        }
    }

    @Test func `a connection without a key is closed soon, and one with the key is kept`() async throws {
        let limits = ServerLimits(idleTimeout: .seconds(60), strangerDeadline: .seconds(3))
        try await TestServer.run(test.api, on: [tcp], limits: limits) { server in
            let address = try #require(server.addresses.first)
            let request = "GET /api/admin/status HTTP/1.1\r\nHost: h\r\n"
            let (key, wrong) = ("Authorization: Bearer \(TestAPI.token)\r\n", "Authorization: Bearer wrong\r\n")
            // Each ends when the server closes it, within 20 s.
            async let answered = RawConnection(to: address).exchange([Self.health])
            async let refused = RawConnection(to: address).exchange([request + wrong + "\r\n"])
            async let silent = RawConnection(to: address).exchange([])
            async let kept = RawConnection(to: address).exchange(
                [request + key + "\r\n", request + key + "Connection: close\r\n\r\n"], pause: .seconds(6))
            // It is closed after the answer is read, and nothing more is sent.
            let text = try await answered
            #expect(text.hasPrefix("HTTP/1.1 200 ") && !text.contains("408"), "\(text)")
            #expect(try await refused.hasPrefix("HTTP/1.1 401 "))
            #expect(try await silent.hasPrefix("HTTP/1.1 408 "))
            #expect(try await kept.components(separatedBy: "HTTP/1.1 200 ").count == 3)
        }
    }

    @Test func `if everybody is busy, another gets an answer that says so`() async throws {
        try await TestServer.run(test.api, on: [tcp], limits: ServerLimits(connectionLimit: 1)) { server in
            let address = try #require(server.addresses.first)
            await test.service.holdClones()
            async let first = RawConnection.request(address, "POST /api/admin/branches", body: #"{"name":"a"}"#)
            let name = try BranchName("a")
            _ = try await eventually { try? await test.service.branch(name) }
            let second = try await RawConnection.request(address, "DELETE /api/admin/branches/a")
            #expect(second.hasPrefix("HTTP/1.1 503 ") && second.contains("Retry-After: 5"), "\(second)")
            #expect(second.contains(#""code":"request_refused""#))
            await test.service.releaseClones()
            #expect(try await first.hasPrefix("HTTP/1.1 201 "))
            #expect(try await RawConnection.request(address, "DELETE /api/admin/branches/a").hasPrefix("HTTP/1.1 200 "))
        }
    }
}
