import BranchingCore
import HTTPTypes
import Hummingbird

/// Wants a key for everything under `/api/admin`, whether there is such a path or not, and tells whose it is.
struct AuthenticationMiddleware: RouterMiddleware {
    let authenticator: Authenticator
    let audit: AuditTrail

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if needsKey(request, context) {
            do {
                context.principal = try await principal(request, context)
            } catch let failure as AuthenticationFailure {
                if failure != .missing { await audit.refusedKey(failure, context: context) }
                throw RefusedRequest(failure)
            }
            context.tellKeyShown()
        }
        return try await next(request, context)
    }

    private func principal(_ request: Request, _ context: BranchRequestContext) async throws -> Principal {
        guard let header = request.headers[.authorization] else { throw AuthenticationFailure.missing }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw AuthenticationFailure.wrong }
        return try await authenticator.principal(
            for: String(parts[1]), from: context.address, log: context.log)
    }

    /// By the router's match and by the path itself: neither alone is trusted.
    private func needsKey(_ request: Request, _ context: BranchRequestContext) -> Bool {
        RouteTable.isAdministration(context.endpointPath ?? "") || RouteTable.isAdministration(request.uri.path)
    }
}
