import BranchingCore
import HTTPTypes
import Hummingbird

/// One page of the dashboard, or one form: a method on a path, and its handler.
struct DashboardRoute: Sendable {
    /// Who may come, and what answers them.
    enum Handler: Sendable {
        /// Anybody, without a look at a cookie: stylesheets and scripts.
        case asset(@Sendable (Request, BranchRequestContext) async throws -> Response)
        /// Anybody; whoever is signed in is known.
        case open(@Sendable (DashboardRequest) async throws -> Response)
        /// Whoever is signed in and has the scope; nil where any role will do.
        case session(AccessScope?, @Sendable (DashboardVisit) async throws -> Response)
    }

    let method: HTTPRequest.Method
    /// The path below the dashboard's, such as `/branches/{name}`; empty for the dashboard's own.
    let path: String
    /// The query parameters it knows.
    let parameters: Set<String>
    /// What is on record where the scope is lacking; nil where it would not be on record either.
    let audited: AuditAction?
    let handler: Handler

    init(
        _ method: HTTPRequest.Method, _ path: String, parameters: Set<String> = [], audited: AuditAction? = nil,
        _ handler: Handler
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.audited = audited
        self.handler = handler
    }

    /// A page for whoever is signed in and has the scope.
    static func page(
        _ path: String, scope: AccessScope?, parameters: Set<String> = [],
        _ respond: @escaping @Sendable (DashboardVisit) async throws -> Response
    ) -> DashboardRoute {
        DashboardRoute(.get, path, parameters: parameters, .session(scope, respond))
    }

    /// A form that whoever is signed in and has the scope sends. The form token was checked before.
    static func form(
        _ path: String, scope: AccessScope?, audited: AuditAction? = nil,
        _ respond: @escaping @Sendable (DashboardVisit) async throws -> Response
    ) -> DashboardRoute {
        DashboardRoute(.post, path, audited: audited, .session(scope, respond))
    }
}
