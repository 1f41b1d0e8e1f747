import HTTPTypes
import Hummingbird

/// What browsers and caches may do with an answer: as little as possible.
struct SecurityHeadersMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        return response
    }
}
