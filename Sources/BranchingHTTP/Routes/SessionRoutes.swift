import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Signing a browser in and out, and the sessions of all browsers.
struct SessionRoutes: Sendable {
    let signIn: SignIn
    let audit: AuditTrail
    let bodyLimit: Int
    let dashboard: DashboardPath?
    let origin: BrowserOrigin

    var routes: [APIRoute] {
        [
            // The one route of the administration without a key or a session.
            APIRoute(.post, APIPath.session, scope: nil) { request, context in try await begin(request, context) },
            APIRoute(.get, APIPath.session, scope: nil) { _, context in
                try .json(Self.body(try context.requirePrincipal(), context.session))
            },
            APIRoute(.delete, APIPath.session, scope: nil) { request, context in try await end(request, context) },
            APIRoute(.post, APIPath.signInCodes, scope: nil) { _, context in try await issueCode(context) },
            APIRoute(.get, APIPath.sessions, scope: .keys) { _, _ in
                try .json(SessionList(sessions: try await signIn.sessions.requireStore().sessions(at: Date())))
            },
            APIRoute(
                .delete, APIPath.sessions + "/{id}", scope: .keys, audited: { _ in .revokeSession }
            ) { _, context in try await revoke(context) },
        ]
    }

    private static func body(_ principal: Principal, _ session: ActiveSession?) -> SessionBody {
        SessionBody(caller: SelfBody(principal), session: session?.record, formToken: session?.formToken)
    }

    private func begin(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        try SameOrigin.checkUnlessNoBrowser(request)
        guard let security = ConnectionSecurity(request, isTLS: context.isTLS) else {
            throw RefusedRequest.insecureConnection
        }
        let body = try await JSONBody(limit: bodyLimit).decode(SignInBody.self, from: request)
        let proof: SignIn.Proof
        switch (body.key, body.code) {
        case (let key?, nil): proof = .key(key)
        case (nil, let code?): proof = .code(code)
        default: throw BranchError.invalidRequest("Either 'key' or 'code' is needed, and not both.")
        }
        let issued = try await signIn.begin(proof, request, context)
        return try Response.json(Self.body(issued.principal, issued.session), status: .created)
            .settingCookies([SessionCookie.setting(issued.token, security)])
    }

    private func end(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        guard let session = context.session else { throw RefusedRequest.noSession }
        try await audit.recording(.signOut, .session(session.id), context: context) {
            try await signIn.sessions.end(session.id)
        }
        return try Response.json(Deletion()).settingCookies(SessionCookie.clearing(request))
    }

    private func issueCode(_ context: BranchRequestContext) async throws -> Response {
        let code = try await signIn.issueCode(context)
        let path = dashboard.map { DashboardSite.signIn($0, then: nil) }
        return try .json(
            IssuedCodeBody(code: code.text, expiresAt: code.expiresAt, path: path, origin: origin.url), status: .created
        )
    }

    private func revoke(_ context: BranchRequestContext) async throws -> Response {
        let id = SessionID(rawValue: context.parameters.get("id") ?? "")
        try await audit.recording(.revokeSession, .session(id), context: context) {
            try await signIn.sessions.end(id)
        }
        return try .json(Deletion())
    }
}
