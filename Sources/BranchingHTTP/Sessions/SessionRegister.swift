import BranchingCore
import FoundationEssentials
import Logging
import Synchronization

/// Browsers' sessions: begins them, tells whose a cookie is, and ends them.
///
/// What was found is remembered for ``KeyCache/lifetime``, so a session that ended on another server ends that soon here.
final class SessionRegister: Sendable {
    private let root: AdminKey
    private let store: (any AccessStore)?
    private let cache = Mutex(SessionCache())
    private let strangers = Mutex(FailureBudget())

    init(root: AdminKey, store: (any AccessStore)?) {
        self.root = root
        self.store = store
    }

    /// Where sessions are kept.
    ///
    /// - Throws: ``AccessError/unavailable(_:)`` where no database is configured.
    func requireStore() throws(AccessError) -> any AccessStore {
        guard let store else { throw .unavailable("No database is configured, so there is no place for sessions.") }
        return store
    }

    /// Begins a session, always with a token that nobody has seen yet.
    func begin(_ session: BrowserSession, for caller: Caller) async throws -> ActiveSession.Issued {
        let token = RandomToken.random()
        try await requireStore().insert(
            session, digest: token.digest, credential: caller.credential.binding(to: token, root: root))
        return ActiveSession.Issued(
            principal: caller.principal, session: ActiveSession(record: session, token: token), token: token)
    }

    /// Whose a cookie is.
    ///
    /// - Throws: ``AuthenticationFailure``, ``AccessError``.
    func visitor(
        with token: RandomToken, from address: String?, log: Logger, at now: Date = Date()
    ) async throws -> (principal: Principal, session: ActiveSession) {
        let store = try requireStore()
        let found = try await find(token, in: store, from: address ?? "socket", at: now)
        guard found.session.isAlive(at: now), found.key?.isValid(at: now) ?? true else {
            throw AuthenticationFailure.sessionOver
        }
        if let key = found.key, !key.limits.allow(address: address) { throw AuthenticationFailure.elsewhere(key.id) }
        if now.timeIntervalSince(found.session.lastSeenAt) >= 60 {
            await noteSeen(found, token.digest, in: store, log: log, at: now)
        }
        let principal = found.key.map(Principal.init) ?? .root
        return (principal, ActiveSession(record: found.session, token: token))
    }

    /// Ends a session.
    func end(_ id: SessionID) async throws {
        try await requireStore().endSession(id)
        expire()
    }

    /// Has each session looked up again, because a key or a session changed here.
    func expire() { cache.withLock { $0.expire() } }

    private func find(
        _ token: RandomToken, in store: any AccessStore, from place: String, at now: Date
    ) async throws -> KnownSession {
        let digest = token.digest
        let (known, isKnown, isEnded) = cache.withLock {
            ($0.session(of: digest, at: now), $0.knows(digest), $0.isEnded(digest))
        }
        if let known { return known }
        guard !isEnded else { throw AuthenticationFailure.sessionOver }
        if !isKnown, let seconds = strangers.withLock({ $0.wait(for: place, at: now) }) {
            throw AuthenticationFailure.tooMany(retryAfter: seconds)
        }
        guard let found = try await store.session(of: digest, at: now),
            found.key != nil || found.credential == root.binding(to: token)
        else {
            cache.withLock { $0.end(digest) }
            if !isKnown { _ = strangers.withLock { $0.count(place, at: now) } }
            throw AuthenticationFailure.sessionOver
        }
        cache.withLock { $0.remember(found, of: digest, at: now) }
        return found
    }

    /// A request is answered though nobody can note that the browser was seen.
    private func noteSeen(
        _ found: KnownSession, _ digest: SecretDigest, in store: any AccessStore, log: Logger, at now: Date
    ) async {
        do {
            try await store.noteSeen(found.session.id, at: now)
            var found = found
            found.session.lastSeenAt = now
            cache.withLock { $0.remember(found, of: digest, at: now) }
        } catch {
            log.warning(
                "a browser's visit could not be noted",
                metadata: ["session": "\(found.session.id)", "reason": "\(error)"])
        }
    }
}
