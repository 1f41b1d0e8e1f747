import BranchingCore
import HTTPTypes
import Hummingbird

/// Wants the admin token for everything under `/api/admin`, whether there is such a path or not.
struct AuthenticationMiddleware: RouterMiddleware {
    let key: AdminKey

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        if needsKey(request, context), !hasKey(request) { throw RefusedRequest.unauthorized }
        return try await next(request, context)
    }

    /// By what the router matched, and by the path itself: neither alone is trusted.
    private func needsKey(_ request: Request, _ context: BranchRequestContext) -> Bool {
        RouteTable.isAdministration(context.endpointPath ?? "") || RouteTable.isAdministration(request.uri.path)
    }

    private func hasKey(_ request: Request) -> Bool {
        guard let header = request.headers[.authorization] else { return false }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
        return key.matches(String(parts[1]))
    }
}
