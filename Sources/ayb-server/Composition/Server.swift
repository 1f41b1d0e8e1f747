import AybConfiguration
import BranchingCore
import BranchingHTTP
import BranchingPostgres
import CoreMetrics
import Logging
import ServiceLifecycle
import UnixSignals

/// Assembles the parts once, and runs them until a signal.
struct Server {
    let options: ServerOptions

    /// - Throws: ``StartError``.
    func run() async throws {
        let configuration = try load()
        configuration.logging.bootstrap()
        let logger = Logger(label: "ayb")
        for warning in configuration.warnings { logger.warning("\(warning)") }
        ProcessEnvironment.clearPostgresVariables()

        let place = try ServerPlace.take(configuration)
        let token = try place.token(configuration)
        try place.checkTLS(configuration)
        try ListenPolicy.check(configuration)
        for warning in [ListenPolicy.warning(configuration), ListenPolicy.metricsWarning(configuration)] {
            if let warning { logger.warning("\(warning)") }
        }
        // Before anything counts.
        let registry = MetricRegistry()
        MetricsSystem.bootstrap(PrometheusFactory(registry: registry))

        var services: [any Service] = []
        let embedded = try await EmbeddedDatabase.start(configuration, home: place.home, logger: logger)
        if let embedded { services.append(embedded.cluster) }
        do {
            let branching = try await branching(configuration, embedded: embedded, logger: logger)
            let page = MetricsPage(registry: registry, counts: BranchCounts(service: branching))
            let http = BranchServer(
                api: BranchAPI(
                    service: branching, access: branching.access, adminToken: token,
                    options: .init(bodyLimit: configuration.server.bodyLimit, dashboard: configuration.dashboard),
                    metrics: { await page.text() },
                    logger: Logger(label: "ayb.http")),
                addresses: place.addresses(configuration),
                limits: ServerLimits(
                    connectionLimit: configuration.server.maxConnections,
                    strangerLimit: configuration.server.maxConnectionsPerAddress),
                logger: Logger(label: "ayb.http")
            ) { addresses in
                logger.notice(
                    "listening", metadata: ["addresses": "\(addresses.map(\.description).joined(separator: " "))"])
                SystemdNotification.send("READY=1")
            }
            if let store = branching.access {
                services.append(AuditRetention(store: store, days: configuration.auditDays, logger: logger))
                services.append(SessionRetention(store: store, logger: logger))
            }
            if let metrics = configuration.metrics {
                services.append(metricsServer(metrics, page: page, logger: logger))
            }
            services += [
                branching, http, StopNotice(),
                ShutdownLimit(seconds: configuration.server.shutdownTimeout, logger: logger),
            ]
        } catch {
            await embedded?.cluster.stop()
            throw error
        }
        try await run(services, configuration: configuration, logger: logger)
        logger.notice("stopped")
        withExtendedLifetime(place) {}
    }

    private func metricsServer(
        _ metrics: Configuration.Metrics, page: MetricsPage, logger: Logger
    ) -> MetricsServer {
        MetricsServer(address: .tcp(host: metrics.host, port: metrics.port), logger: Logger(label: "ayb.http")) {
            logger.notice("metrics are open", metadata: ["address": "\($0)"])
        } metrics: {
            await page.text()
        }
    }

    private func load() throws(StartError) -> Configuration {
        do {
            return try Configuration.load(flags: options.flags, path: options.config)
        } catch {
            throw .configuration("\(error)")
        }
    }

    private func branching(_ configuration: Configuration, embedded: EmbeddedDatabase?, logger: Logger) async throws
        -> PostgresBranchService
    {
        let settings = try BranchingSettings(configuration, embedded: embedded, branch: options.branch)
        let service = PostgresBranchService(configuration: settings.value, logger: Logger(label: "ayb.branching"))
        do {
            if settings.value.server != nil { try await service.prepare() }
        } catch {
            // PostgreSQL may be back any moment; everything else needs a person.
            guard case .unavailable(let reason) = error else { throw StartError(message: error.description) }
            logger.warning("PostgreSQL cannot be reached yet", metadata: ["why": "\(reason)"])
        }
        return service
    }

    private func run(_ services: [any Service], configuration: Configuration, logger: Logger) async throws {
        let watches: [ServiceGroupConfiguration.ServiceConfiguration] =
            options.untilInputEnds
            ? [.init(service: InputWatch(), successTerminationBehavior: .gracefullyShutdownGroup)] : []
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) } + watches, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "ayb.lifecycle"))
        group.maximumGracefulShutdownDuration = .seconds(configuration.server.shutdownTimeout)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as ListenError {
            throw StartError(message: "\(error)")
        } catch {
            throw StartError(message: "a part of the server failed: \(error)")
        }
    }
}
