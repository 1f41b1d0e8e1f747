import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// One address of a server: a Hummingbird application over the shared responder.
struct Listener: Service {
    private let address: ListenAddress
    private let socket: UnixSocketFile?
    private let application: Application<TransportResponder>

    init(
        address: ListenAddress, responder: RouterResponder<BranchRequestContext>, limits: ServerLimits, logger: Logger,
        onBound: @escaping @Sendable (ListenAddress) async -> Void
    ) throws {
        let socket = UnixSocketFile(address)
        self.address = address
        self.socket = socket
        application = Application(
            responder: TransportResponder(responder: responder, isTLS: address.isTLS),
            server: try Self.server(for: address, limits: limits),
            configuration: ApplicationConfiguration(
                address: Self.bindAddress(of: address),
                // TCP has a register instead, which makes room: only the process's user can connect to a socket.
                availableConnectionsDelegate: socket.map { _ in
                    MaximumAvailableConnections(limits.connectionLimit, logger: logger)
                }),
            onServerRunning: { channel in
                do {
                    try socket?.protect()
                } catch {
                    // Better no server than one that others can connect to.
                    logger.error("The socket's mode cannot be set", metadata: ["socket": "\(address)"])
                    try? await channel.close()
                    return
                }
                await onBound(Self.bound(address, port: channel.localAddress?.port))
            },
            logger: logger)
    }

    func run() async throws {
        try await socket?.checkVacant()
        do {
            try await application.run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ListenError.bind(address, reason: String(describing: error))
        }
    }

    private static func server(for address: ListenAddress, limits: ServerLimits) throws -> HTTPServerBuilder {
        let headers = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headerLimit, maxHeaderListSize: limits.headerLimit, maxHeaderFieldCount: 100)
        func http1(_ guardian: @autoclosure @escaping @Sendable () -> ConnectionGuard) -> HTTPServerBuilder {
            .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [guardian()], idleTimeout: TimeAmount(limits.idleTimeout),
                    httpDecoderConfiguration: headers))
        }
        let readDeadline = TimeAmount(limits.readDeadline)
        guard case .tcp(_, _, let files) = address else { return http1(ConnectionGuard(readDeadline: readDeadline)) }
        let register = ConnectionRegister(limit: limits.connectionLimit, limitPerHost: limits.strangerLimit)
        let strangerDeadline = TimeAmount(limits.strangerDeadline)
        let plain = http1(
            ConnectionGuard(readDeadline: readDeadline, strangerDeadline: strangerDeadline, register: register))
        guard let files else { return plain }
        let configuration = try files.configuration()
        do {
            // Made only to report now, and in words, that certificate and key do not match.
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ListenError.tls(files, reason: String(describing: error))
        }
        return try .tls(plain, tlsConfiguration: configuration)
    }

    private static func bindAddress(of address: ListenAddress) -> BindAddress {
        switch address {
        case .tcp(let host, let port, _): .hostname(host, port: port)
        case .unixSocket(let path): .unixDomainSocket(path: path)
        }
    }

    private static func bound(_ address: ListenAddress, port: Int?) -> ListenAddress {
        guard case .tcp(let host, let wanted, let tls) = address else { return address }
        return .tcp(host: host, port: port ?? wanted, tls: tls)
    }
}
