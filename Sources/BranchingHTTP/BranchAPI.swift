public import BranchingCore
public import Hummingbird
public import Logging

/// The REST API over a `BranchService`.
///
/// Serve it with ``BranchServer``, or add it to another Hummingbird application:
///
/// ```swift
/// let api = BranchAPI(service: service, adminToken: token)
/// let router = api.router()
/// router.get("hello") { _, _ in "hello" }
/// try await Application(router: router).runService()
/// ```
///
/// Routes that you add to the router get the API's middleware too, and those below `/api/admin` its authentication.
public struct BranchAPI: Sendable {
    /// Writes the metrics of the process in Prometheus' exposition format 0.0.4.
    public typealias Metrics = @Sendable () async -> String

    let service: any BranchService
    let options: Options
    let logger: Logger
    private let access: (any AccessStore)?
    /// Set by ``BranchServer``.
    let origin = BrowserOrigin()
    private let audit: AuditTrail
    private let authenticator: Authenticator
    private let metrics: Metrics?
    private let feed: BranchFeed
    private let signIn: SignIn

    /// Makes the API.
    ///
    /// - Parameters:
    ///   - service: What does the work.
    ///   - access: Where API keys and the audit trail are kept; nil where only the admin token counts.
    ///   - adminToken: The root's bearer token, which may do everything under `/api/admin`. Nothing matches an empty one.
    ///   - options: The limits and intervals.
    ///   - metrics: What `/metrics` answers; nil for no such path. The metrics go to swift-metrics, whose backend is yours
    ///     to choose.
    ///   - logger: Logs each request and each change, without secrets.
    public init(
        service: any BranchService, access: (any AccessStore)? = nil, adminToken: Secret, options: Options = Options(),
        metrics: Metrics? = nil, logger: Logger = Logger(label: "ayb.http")
    ) {
        self.service = service
        self.options = options
        self.logger = logger
        self.access = access
        self.metrics = metrics
        audit = AuditTrail(store: access)
        let root = AdminKey(adminToken)
        let sessions = SessionRegister(root: root, store: access)
        authenticator = Authenticator(root: root, store: access, sessions: sessions)
        signIn = SignIn(root: root, authenticator: authenticator, sessions: sessions, audit: audit)
        feed = BranchFeed(service: service, interval: options.feedPollInterval, heartbeat: options.eventHeartbeat)
    }

    /// A router with all routes and middleware of the API; each call makes a new one.
    public func router() -> Router<BranchRequestContext> {
        let audit = audit
        let table = routes
        let site = dashboard
        let router = Router(context: BranchRequestContext.self)
        // Outermost first.
        router.add(middleware: RequestIDMiddleware(logger: logger))
        router.add(middleware: AccessLogMiddleware())
        router.add(middleware: MetricsMiddleware())
        router.add(middleware: SecurityHeadersMiddleware(dashboard: options.dashboard))
        router.add(middleware: ProblemMiddleware(site: site))
        router.add(
            middleware: AuthenticationMiddleware(
                authenticator: authenticator, sessions: signIn.sessions, audit: audit, guardsMetrics: metrics != nil))
        router.add(middleware: UnmatchedRouteMiddleware(table: table, site: site))
        for route in table.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try QueryParameters.check(request, allowed: route.parameters)
                if let scope = route.scope {
                    let principal = try context.requirePrincipal()
                    do throws(AccessError) { try principal.require(scope) } catch {
                        if let action = route.audited(request) {
                            await audit.refused(action, error, context: context)
                        }
                        throw error
                    }
                }
                // Whoever reads a secret has to answer for it, so a page of another site must not.
                if route.audited(request) != nil { try context.requireOwnPage(request) }
                return try await route.respond(request, context)
            }
        }
        if let site {
            let gate = DashboardGate(
                path: site.path, sessions: signIn.sessions, audit: audit, bodyLimit: options.bodyLimit)
            for route in site.routes {
                router.on(RouterPath(site.path.description + route.path), method: route.method) { request, context in
                    try await gate.respond(route, request, context)
                }
            }
        }
        return router
    }

    /// ``router()`` as a responder.
    public func responder() -> RouterResponder<BranchRequestContext> {
        router().buildResponder()
    }

    /// Every page of the dashboard; nil where there is none.
    var dashboard: DashboardSite? {
        options.dashboard.map { path in
            DashboardSite(
                path: path,
                routes: SignInPages(path: path, signIn: signIn, audit: audit).routes
                    + Dashboard(path: path, actions: actions, access: access).routes
                    + Administration(path: path, service: service, keys: keyActions, sessions: signIn.sessions).routes)
        }
    }

    private var keyActions: KeyActions {
        KeyActions(store: access, authenticator: authenticator, audit: audit)
    }

    private var actions: BranchActions { BranchActions(service: service, audit: audit, feed: feed) }

    /// Every route of the API.
    var routes: RouteTable {
        RouteTable(
            routes: HealthRoutes(service: service).routes
                + MetricsRoutes(metrics: metrics, scope: .metricsRead).routes
                + StatusRoutes(service: service).routes
                + BranchRoutes(service: service, actions: actions).routes
                + CreateBranchRoutes(service: service, actions: actions, bodyLimit: options.bodyLimit).routes
                + ConnectionRoutes(actions: actions).routes
                + EventRoutes(service: service, options: options).routes
                + FeedRoutes(feed: feed, bodyLimit: options.bodyLimit).routes
                + DiffRoutes(actions: actions, bodyLimit: options.bodyLimit).routes
                + SelfRoutes().routes
                + KeyRoutes(actions: keyActions, bodyLimit: options.bodyLimit).routes
                + SessionRoutes(
                    signIn: signIn, audit: audit, bodyLimit: options.bodyLimit, dashboard: options.dashboard,
                    origin: origin
                ).routes
                + AuditRoutes(store: access).routes)
    }
}
