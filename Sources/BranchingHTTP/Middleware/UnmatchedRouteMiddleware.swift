import HTTPTypes
import Hummingbird

/// Distinguishes a wrong method (405, with `Allow`) from a wrong path (404), which the router does not.
struct UnmatchedRouteMiddleware: RouterMiddleware {
    /// What Hummingbird's router writes if nothing matched.
    static let unmatched = "NotFound"

    let table: RouteTable
    let site: DashboardSite?

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && context.endpointPath == Self.unmatched {
            let path = request.uri.path
            let methods = table.methods(at: path) + (site?.methods(at: path) ?? [])
            guard methods.isEmpty || methods.contains(request.method) else {
                throw RefusedRequest.methodNotAllowed(allowed: methods)
            }
            throw RefusedRequest.notFound
        }
    }
}
