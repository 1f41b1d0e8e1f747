import BranchingCore
import HTTPTypes
import Hummingbird

/// What browsers and caches may do with an answer: as little as possible.
struct SecurityHeadersMiddleware: RouterMiddleware {
    /// For the API, which no browser shows.
    static let apiPolicy = "default-src 'none'; frame-ancestors 'none'"
    /// For the dashboard: only what this server sends, nothing inline, in no frame.
    static let dashboardPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types 'none'"

    let dashboard: DashboardPath?

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        guard let dashboard, DashboardSite.covers(request.uri.path, dashboard) else {
            response.headers[.cacheControl] = "no-store"
            response.headers[.contentSecurityPolicy] = Self.apiPolicy
            return response
        }
        // Assets have their own: their names change with their content.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.contentSecurityPolicy] = Self.dashboardPolicy
        // Other sites do not learn where somebody came from; without a referrer, forms would come with `Origin: null`.
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        return response
    }
}
