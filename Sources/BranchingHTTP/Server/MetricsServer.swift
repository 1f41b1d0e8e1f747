import Hummingbird
public import Logging
public import ServiceLifecycle

/// Serves the metrics alone, to anybody who can reach the address.
public struct MetricsServer: Service {
    private let metrics: BranchAPI.Metrics
    private let address: ListenAddress
    private let logger: Logger
    private let onListening: @Sendable (ListenAddress) async -> Void

    /// Makes a server; nothing is bound before it runs.
    ///
    /// - Parameters:
    ///   - address: Where it listens.
    ///   - logger: Logs the server's own messages.
    ///   - onListening: Called when it accepts connections, with the actual port instead of port 0.
    ///   - metrics: What it serves at `/metrics`.
    public init(
        address: ListenAddress, logger: Logger = Logger(label: "ayb.http"),
        onListening: @escaping @Sendable (ListenAddress) async -> Void = { _ in }, metrics: @escaping BranchAPI.Metrics
    ) {
        self.metrics = metrics
        self.address = address
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until the task is cancelled or a graceful shutdown is triggered.
    ///
    /// - Throws: ``ListenError``.
    public func run() async throws {
        let table = RouteTable(routes: MetricsRoutes(metrics: metrics, scope: nil).routes)
        let router = Router(context: BranchRequestContext.self)
        router.add(middleware: RequestIDMiddleware(logger: logger))
        router.add(middleware: SecurityHeadersMiddleware(dashboard: nil))
        router.add(middleware: ProblemMiddleware(site: nil))
        router.add(middleware: UnmatchedRouteMiddleware(table: table, site: nil))
        for route in table.routes { router.on(RouterPath(route.path), method: route.method, use: route.respond) }
        // A scraper is a connection or two.
        let limits = ServerLimits(connectionLimit: 64, strangerLimit: 64)
        let listener = try Listener(
            address: address, responder: router.buildResponder(), limits: limits, logger: logger,
            onBound: onListening)
        try await listener.run()
    }
}
