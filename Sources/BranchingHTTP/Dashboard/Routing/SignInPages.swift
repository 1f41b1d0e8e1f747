import BranchingCore
import HTTPTypes
import Hummingbird

/// Signing in and out in the browser.
///
/// The one-time code of `ayb dashboard` is in the fragment of its link, which no browser sends: a script puts it into the form.
/// So it is in no log, and whatever follows links does not spend it.
struct SignInPages: Sendable {
    let path: DashboardPath
    let signIn: SignIn
    let audit: AuditTrail

    var routes: [DashboardRoute] {
        [
            DashboardRoute(.get, "/sign-in", parameters: ["then"], .open { try page($0) }),
            DashboardRoute(.post, "/sign-in", .open { try await begin($0) }),
            .form("/sign-out", scope: nil) { try await end($0) },
        ]
    }

    private func page(_ visit: DashboardRequest) throws -> Response {
        let then = QueryParameters(visit.request).text("then").flatMap { OwnPath($0, in: path) }
        if visit.context.session != nil { return .seeOther(then?.description ?? path.description) }
        return try answer(
            SignInView(
                path: path, then: then, failure: nil, isInsecure: Self.isInsecure(visit.request, visit.context)))
    }

    private func begin(_ visit: DashboardRequest) async throws -> Response {
        let then = visit.form["then"].flatMap { OwnPath($0, in: path) }
        guard let security = ConnectionSecurity(visit.request, isTLS: visit.context.isTLS) else {
            return try answer(
                SignInView(path: path, then: then, failure: nil, isInsecure: true), status: .forbidden)
        }
        do {
            let issued = try await signIn.begin(try Self.proof(visit.form), visit.request, visit.context)
            return .seeOther(then?.description ?? path.description)
                .settingCookies([SessionCookie.setting(issued.token, security)])
        } catch let refusal as RefusedRequest {
            let view = SignInView(path: path, then: then, failure: refusal.problem.detail, isInsecure: false)
            return try answer(view, status: .init(code: refusal.problem.status), headers: refusal.headers)
        }
    }

    private func end(_ visit: DashboardVisit) async throws -> Response {
        try await audit.recording(.signOut, .session(visit.session.id), context: visit.context) {
            try await signIn.sessions.end(visit.session.id)
        }
        return .seeOther(DashboardSite.signIn(path, then: nil))
            .settingCookies(SessionCookie.clearing(visit.request))
    }

    /// A code in the field for the key is taken as one.
    private static func proof(_ form: FormFields) throws -> SignIn.Proof {
        if let code = form["code"], !code.isEmpty { return .code(Secret(code)) }
        // What is pasted often has a line break at its end.
        guard let lines = form["key"]?.split(whereSeparator: \.isNewline), lines.count == 1 else {
            throw RefusedRequest.signInFailed
        }
        let key = String(lines[0].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        return OneTimeCode(key) == nil ? .key(Secret(key)) : .code(Secret(key))
    }

    /// Before the form is sent the browser has no `Origin`; it sends `Sec-Fetch-Site` to where a connection is safe.
    private static func isInsecure(_ request: Request, _ context: BranchRequestContext) -> Bool {
        ConnectionSecurity(request, isTLS: context.isTLS) == nil && request.headers[.secFetchSite] == nil
    }

    private func answer(
        _ view: SignInView, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) throws -> Response {
        try PlainPages.signIn(view, status: status, headers: headers)
    }
}
