import BranchingCore
import FoundationEssentials
import Hummingbird
import Logging
import Synchronization

/// Lets a browser in: with a key, or with a one-time code that a key asked for.
///
/// Whatever is wrong, the answer is the same; and after ten wrong ones from an address nothing from there is tried for the
/// rest of a minute, right or wrong.
final class SignIn: Sendable {
    /// What somebody signs in with.
    enum Proof: Sendable {
        case key(Secret)
        case code(Secret)
    }

    let sessions: SessionRegister
    private let authenticator: Authenticator
    private let root: AdminKey
    private let audit: AuditTrail
    private let failures = Mutex(FailureBudget())

    init(root: AdminKey, authenticator: Authenticator, sessions: SessionRegister, audit: AuditTrail) {
        self.root = root
        self.authenticator = authenticator
        self.sessions = sessions
        self.audit = audit
    }

    /// Begins a session.
    ///
    /// - Throws: ``RefusedRequest``, ``AccessError``.
    func begin(
        _ proof: Proof, _ request: Request, _ context: BranchRequestContext, at now: Date = SignIn.now()
    ) async throws -> ActiveSession.Issued {
        let caller: Caller
        do {
            caller = try await self.caller(proof, context, at: now)
        } catch let failure as AuthenticationFailure {
            failure.count()
            await audit.refusedKey(failure, as: .refusedSignIn, context: context)
            if case .tooMany = failure { throw RefusedRequest(failure) }
            throw RefusedRequest.signInFailed
        }
        var context = context
        context.principal = caller.principal
        context.session = nil
        var session = BrowserSession(
            id: .random(), keyID: caller.credential.keyID, role: caller.principal.role, createdAt: now,
            address: context.address, userAgent: request.headers[.userAgent])
        if case .key(_, let name) = caller.principal.identity { session.keyName = name }
        let issued = try await audit.recording(.signIn, .session(session.id), context: context) { [session] in
            try await sessions.begin(session, for: caller)
        }
        await endPrevious(request, context, at: now)
        return issued
    }

    /// Makes a one-time code for whoever showed a key.
    func issueCode(_ context: BranchRequestContext, at now: Date = SignIn.now()) async throws -> (
        text: Secret, expiresAt: Date
    ) {
        // A session could otherwise prolong itself without an end.
        guard let credential = context.credential else { throw RefusedRequest.keyRequired }
        let code = OneTimeCode.random()
        let expiresAt = now + SignInCode.lifetime
        try await audit.recording(.issueCode, .unknown, context: context) {
            try await sessions.requireStore().insert(
                SignInCode(
                    keyID: credential.keyID, credential: try credential.binding(to: code.token, root: root),
                    expiresAt: expiresAt),
                digest: code.token.digest)
        }
        return (code.text, expiresAt)
    }

    /// To the second, as it is shown.
    static func now() -> Date { Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)) }

    private func caller(_ proof: Proof, _ context: BranchRequestContext, at now: Date) async throws -> Caller {
        _ = try sessions.requireStore()
        let place = context.address ?? "socket"
        if let seconds = failures.withLock({ $0.wait(for: place, at: now) }) {
            throw AuthenticationFailure.tooMany(retryAfter: seconds)
        }
        do {
            switch proof {
            case .key(let key):
                return try await authenticator.caller(
                    with: key.reveal(), from: context.address, log: context.log, at: now)
            case .code(let code): return try await redeem(code, from: context.address, at: now)
            }
        } catch let failure as AuthenticationFailure {
            _ = failures.withLock { $0.count(place, at: now) }
            throw failure
        }
    }

    private func redeem(_ text: Secret, from address: String?, at now: Date) async throws -> Caller {
        let store = try sessions.requireStore()
        guard let token = OneTimeCode(text.reveal())?.token, let code = try await store.redeem(token.digest, at: now)
        else { throw AuthenticationFailure.wrong }
        guard let id = code.keyID else {
            // Made by a server with another admin token, it is not ours.
            guard code.credential == root.binding(to: token) else { throw AuthenticationFailure.wrong }
            return Caller(principal: .root, credential: .root)
        }
        guard let key = try await store.key(of: code.credential, at: now), key.id == id, key.isValid(at: now) else {
            throw AuthenticationFailure.ended(id)
        }
        guard key.limits.allow(address: address) else { throw AuthenticationFailure.elsewhere(id) }
        return Caller(principal: Principal(key), credential: .key(id, code.credential))
    }

    /// A browser has one session: the one that it came with is over.
    private func endPrevious(_ request: Request, _ context: BranchRequestContext, at now: Date) async {
        guard let token = SessionCookie.token(in: request) else { return }
        do {
            let previous = try await sessions.visitor(with: token, from: context.address, log: context.log, at: now)
            try await sessions.end(previous.session.id)
        } catch is AuthenticationFailure {
            // It was over already.
        } catch {
            context.log.warning("a previous session was not ended", metadata: ["reason": "\(error)"])
        }
    }
}
