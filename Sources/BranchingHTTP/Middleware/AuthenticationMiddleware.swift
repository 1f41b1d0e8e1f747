import BranchingCore
import HTTPTypes
import Hummingbird

/// Requires the admin token for everything under `/api/admin`, whether the path exists or not.
struct AuthenticationMiddleware: RouterMiddleware {
    let key: AdminKey
    let audit: AuditLog

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        if needsKey(request, context) {
            guard let shown = request.headers[.authorization] else { throw RefusedRequest.unauthorized }
            guard isKey(shown) else {
                audit.refusedKey(context: context)
                throw RefusedRequest.unauthorized
            }
            context.tellKeyShown()
        }
        return try await next(request, context)
    }

    /// By the router's match and by the path itself: neither alone is trusted.
    private func needsKey(_ request: Request, _ context: BranchRequestContext) -> Bool {
        RouteTable.isAdministration(context.endpointPath ?? "") || RouteTable.isAdministration(request.uri.path)
    }

    private func isKey(_ header: String) -> Bool {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
        return key.matches(String(parts[1]))
    }
}
