import BranchingCore
import HTTPTypes
import Hummingbird

/// Lets requests to pages through: whoever is not signed in is led to the sign-in, and a form has to come from a page of ours.
struct DashboardGate: Sendable {
    /// The field of a form that has the token of its session.
    static let tokenField = "form_token"

    let path: DashboardPath
    let sessions: SessionRegister
    let audit: AuditTrail
    let bodyLimit: Int

    func respond(_ route: DashboardRoute, _ request: Request, _ context: BranchRequestContext) async throws -> Response
    {
        try QueryParameters.check(request, allowed: route.parameters)
        switch route.handler {
        case .asset(let respond): return try await respond(request, context)
        case .open(let respond):
            let context = try await known(request, context) ?? context
            if isForm(route) { try SameOrigin.check(request) }
            let form = isForm(route) ? try await fields(of: request) : FormFields()
            return try await respond(DashboardRequest(request: request, context: context, form: form))
        case .session(let scope, let respond):
            guard let context = try await known(request, context), let session = context.session,
                let principal = context.principal
            else { return stranger(request, route) }
            context.tellKeyShown()
            let form = isForm(route) ? try await checkedFields(of: request, session) : FormFields()
            if let scope { try await require(scope, principal, route, context) }
            return try await respond(
                DashboardVisit(request: request, context: context, form: form, principal: principal, session: session))
        }
    }

    private func isForm(_ route: DashboardRoute) -> Bool { route.method != .get }

    /// The context with whoever is signed in; nil if nobody is.
    private func known(_ request: Request, _ context: BranchRequestContext) async throws -> BranchRequestContext? {
        guard let token = SessionCookie.token(in: request) else { return nil }
        do {
            var context = context
            let visitor = try await sessions.visitor(with: token, from: context.address, log: context.log)
            (context.principal, context.session) = (visitor.principal, visitor.session)
            return context
        } catch AuthenticationFailure.sessionOver {
            return nil
        } catch let failure as AuthenticationFailure {
            throw RefusedRequest(failure)
        }
    }

    private func fields(of request: Request) async throws -> FormFields {
        guard BodyBytes.isOf(FormFields.mediaType, request) else { throw RefusedRequest.notAForm }
        return try FormFields(try await BodyBytes.collected(from: request, upTo: bodyLimit))
    }

    private func checkedFields(of request: Request, _ session: ActiveSession) async throws -> FormFields {
        try SameOrigin.check(request)
        let form = try await fields(of: request)
        guard let token = form[Self.tokenField], session.isFormToken(token) else { throw RefusedRequest.formToken }
        return form
    }

    private func require(
        _ scope: AccessScope, _ principal: Principal, _ route: DashboardRoute, _ context: BranchRequestContext
    ) async throws {
        do throws(AccessError) { try principal.require(scope) } catch {
            if let action = route.audited { await audit.refused(action, error, context: context) }
            throw error
        }
    }

    /// To the sign-in, and back to the page from there; what a form would have done is not done later.
    private func stranger(_ request: Request, _ route: DashboardRoute) -> Response {
        let wanted = isForm(route) ? nil : OwnPath(request.uri.string, in: path)?.description
        // A link on another site: the browser keeps the cookie back, and sends it if our own page asks.
        if let wanted, request.headers[.secFetchSite] == "cross-site", request.headers[.secFetchMode] == "navigate" {
            return .html(Self.detour(to: wanted))
        }
        return .seeOther(DashboardSite.signIn(path, then: wanted == path.description ? nil : wanted))
    }

    /// ``OwnPath`` has no quotes that are not escaped here.
    private static func detour(to path: String) -> String {
        let target = path.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>ayb</title>\
            <meta http-equiv="refresh" content="0; url=\(target)"></head>\
            <body><p><a href="\(target)">Continue</a></p></body></html>
            """
    }
}
