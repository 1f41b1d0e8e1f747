import BranchingHTTP
import NIOCore
import NIOPosix
import NIOSSL

/// One connection to a server, as bytes.
struct RawConnection {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects; with TLS, it trusts the server's certificate.
    init(to address: ListenAddress) async throws {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        switch address {
        case .tcp(let host, let port, let tls):
            let context = try tls.map { files in
                var configuration = TLSConfiguration.makeClientConfiguration()
                configuration.trustRoots = .file(files.certificate)
                return try NIOSSLContext(configuration: configuration)
            }
            channel = try await bootstrap.connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        let handler = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
        case .unixSocket(let path):
            channel = try await bootstrap.connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
        }
    }

    /// Sends some pieces, with a pause after each, and returns what arrives until the server closes the connection or
    /// the text appears.
    ///
    /// - Throws: If that takes more than 20 s.
    func exchange(_ pieces: [String], pause: Duration = .zero, until end: String? = nil) async throws -> String {
        let limit = channel.channel.eventLoop.scheduleTask(in: .seconds(20)) { [channel = channel.channel] in
            channel.close(promise: nil)
        }
        defer { limit.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for piece in pieces {
                        try await outbound.write(ByteBuffer(string: piece))
                        try await Task.sleep(for: pause)
                    }
                }
                var text = ""
                do {
                    for try await buffer in inbound {
                        text += String(buffer: buffer)
                        if let end, text.contains(end) { break }
                    }
                } catch is IOError {
                    // A reset after the answer is also a close.
                } catch NIOSSLError.uncleanShutdown {
                }
                group.cancelAll()
                return text
            }
        }
    }

    /// Sends a piece, and hangs up.
    func send(_ piece: String) async throws {
        try await channel.executeThenClose { _, outbound in try await outbound.write(ByteBuffer(string: piece)) }
    }
}

extension RawConnection {
    /// One request, and the whole answer.
    static func request(_ address: ListenAddress, _ head: String, body: String = "") async throws -> String {
        let text =
            "\(head) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer \(TestAPI.token)\r\n"
        let type = body.isEmpty ? "" : "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        return try await RawConnection(to: address).exchange([text + type + "\r\n" + body])
    }
}
