import Hummingbird
public import Logging
public import ServiceLifecycle

/// Serves a ``BranchAPI`` on any number of addresses at once.
///
/// It runs until it is stopped. A graceful stop ends event streams and waiting creates, lets other requests finish, and
/// removes the Unix sockets.
public struct BranchServer: Service {
    private let api: BranchAPI
    private let addresses: [ListenAddress]
    private let limits: ServerLimits
    private let logger: Logger
    private let onListening: @Sendable ([ListenAddress]) async -> Void

    /// Makes a server; nothing is bound before it runs.
    ///
    /// - Parameters:
    ///   - api: What it serves.
    ///   - addresses: Where it listens: at least one address.
    ///   - limits: What a connection may ask of it.
    ///   - logger: Logs the server's own messages.
    ///   - onListening: Called once, when all addresses accept connections, with them in the same order and with the
    ///     actual port instead of port 0.
    public init(
        api: BranchAPI, addresses: [ListenAddress], limits: ServerLimits = ServerLimits(),
        logger: Logger = Logger(label: "ayb.http"),
        onListening: @escaping @Sendable ([ListenAddress]) async -> Void = { _ in }
    ) {
        self.api = api
        self.addresses = addresses
        self.limits = limits
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until the task is cancelled or a graceful shutdown is triggered.
    ///
    /// - Throws: ``ListenError``.
    public func run() async throws {
        let board = ListeningBoard(count: addresses.count) { [origin = api.origin, onListening] addresses in
            origin.set(addresses)
            await onListening(addresses)
        }
        let responder = api.responder()
        let listeners = try addresses.enumerated().map { index, address in
            try Listener(address: address, responder: responder, limits: limits, logger: logger) { bound in
                await board.add(bound, at: index)
            }
        }
        try await ServiceGroup(configuration: .init(services: listeners, logger: logger)).run()
    }
}

/// Collects the bound addresses, and reports when all are bound.
actor ListeningBoard {
    private let count: Int
    private let onListening: @Sendable ([ListenAddress]) async -> Void
    private var bound: [Int: ListenAddress] = [:]

    init(count: Int, onListening: @escaping @Sendable ([ListenAddress]) async -> Void) {
        self.count = count
        self.onListening = onListening
    }

    func add(_ address: ListenAddress, at index: Int) async {
        bound[index] = address
        guard bound.count == count else { return }
        await onListening(bound.sorted { $0.key < $1.key }.map(\.value))
    }
}
