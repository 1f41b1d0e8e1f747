import BranchingCore
import HTTPTypes
import Hummingbird

/// Wants a key or a session for everything under `/api/admin`, whether there is such a path or not, and tells whose it is.
struct AuthenticationMiddleware: RouterMiddleware {
    let authenticator: Authenticator
    let sessions: SessionRegister
    let audit: AuditTrail
    /// Whether the metrics want a key too.
    let guardsMetrics: Bool

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if needsKey(request, context) {
            do {
                try await identify(request, &context)
            } catch let failure as AuthenticationFailure {
                failure.count()
                switch failure {
                case .missing, .sessionOver: break
                case .wrong, .ended, .elsewhere, .tooMany: await audit.refusedKey(failure, context: context)
                }
                throw RefusedRequest(failure)
            }
            context.tellKeyShown()
        }
        return try await next(request, context)
    }

    /// Where there is a header, a cookie does not count: a program that sends a key is no browser.
    private func identify(_ request: Request, _ context: inout BranchRequestContext) async throws {
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw AuthenticationFailure.wrong }
            let caller = try await authenticator.caller(with: String(parts[1]), from: context.address, log: context.log)
            (context.principal, context.credential) = (caller.principal, caller.credential)
            return
        }
        guard let token = SessionCookie.token(in: request) else { throw AuthenticationFailure.missing }
        let visitor = try await sessions.visitor(with: token, from: context.address, log: context.log)
        (context.principal, context.session) = (visitor.principal, visitor.session)
        if request.method == .get || request.method == .head {
            try SameOrigin.checkRead(request)
        } else {
            try context.requireOwnPage(request)
        }
    }

    /// By the router's match and by the path itself: neither alone is trusted.
    private func needsKey(_ request: Request, _ context: BranchRequestContext) -> Bool {
        let path = request.uri.path
        if guardsMetrics, path.split(separator: "/") == ["metrics"] { return true }
        guard RouteTable.isAdministration(context.endpointPath ?? "") || RouteTable.isAdministration(path) else {
            return false
        }
        return
            !(request.method == .post && context.endpointPath == APIPath.session
            && PathPattern(APIPath.session).covers(path))
    }
}

extension BranchRequestContext {
    /// Checks that a request with a session comes from a page of ours; one with a key needs no such check.
    ///
    /// - Throws: ``RefusedRequest/crossSite``, ``RefusedRequest/formToken``.
    func requireOwnPage(_ request: Request) throws(RefusedRequest) {
        guard let session else { return }
        try SameOrigin.check(request)
        guard let token = request.headers[.formToken], session.isFormToken(token) else { throw .formToken }
    }
}
