import BranchingCore
import Crypto
import FoundationEssentials
import Logging
import Synchronization

/// Tells who a bearer token belongs to: the root token, or an API key.
///
/// What was found is remembered for ``KeyCache/lifetime``, so a key that was revoked on another server ends that soon here.
final class Authenticator: Sendable {
    private let root: AdminKey
    private let store: (any AccessStore)?
    private let sessions: SessionRegister?
    private let cache = Mutex(KeyCache())
    private let failures = Mutex(FailureBudget())
    private let uses = Mutex<[KeyID: Date]>([:])

    /// How often the use of a key is written down.
    private static let useInterval: TimeInterval = 60

    /// - Parameters:
    ///   - root: the admin token.
    ///   - store: where keys are; nil where only the admin token counts.
    ///   - sessions: what keys signed in to.
    init(root: AdminKey, store: (any AccessStore)?, sessions: SessionRegister? = nil) {
        self.root = root
        self.sessions = sessions
        self.store = store
    }

    /// Who has the token, and what they may do.
    ///
    /// - Throws: ``AuthenticationFailure``, ``AccessError``.
    func principal(for token: String, from address: String?, log: Logger, at now: Date = Date()) async throws
        -> Principal
    {
        try await caller(with: token, from: address, log: log, at: now).principal
    }

    /// Who has the token.
    ///
    /// - Parameter address: where the request comes from; nil for a Unix socket.
    /// - Throws: ``AuthenticationFailure``, ``AccessError``.
    func caller(with token: String, from address: String?, log: Logger, at now: Date = Date()) async throws -> Caller {
        if root.matches(token) { return Caller(principal: .root, credential: .root) }
        let place = address ?? "socket"
        // The form and the checksum tell without a query.
        guard let store, let secret = APIKeySecret(token) else { throw failure(.wrong, place, at: now) }
        let digest = Self.digest(of: secret)
        let key: APIKey
        if let known = cache.withLock({ $0.key(of: digest, at: now) }) {
            key = known
        } else {
            // Whoever guesses is not worth a query any more; who has a key that was found before comes in all the same.
            let isKnown = cache.withLock { $0.knows(digest) }
            if !isKnown, let seconds = failures.withLock({ $0.wait(for: place, at: now) }) {
                throw AuthenticationFailure.tooMany(retryAfter: seconds)
            }
            guard let found = try await store.key(of: digest, at: now) else { throw failure(.wrong, place, at: now) }
            cache.withLock { $0.remember(found, of: digest, at: now) }
            key = found
        }
        guard key.isValid(at: now) else { throw failure(.ended(key.id), key.id.rawValue, place, at: now) }
        guard key.limits.allow(address: address) else {
            throw failure(.elsewhere(key.id), key.id.rawValue, place, at: now)
        }
        await noteUse(of: key, in: store, from: address, log: log, at: now)
        return Caller(principal: Principal(key), credential: .key(key.id, digest))
    }

    /// Forgets what is known of keys, because one of them changed here.
    func forgetKeys() {
        cache.withLock { $0.expire() }
        sessions?.expire()
    }

    /// The digest of a secret, by which a key is kept.
    static func digest(of secret: APIKeySecret) -> SecretDigest {
        SecretDigest(bytes: Array(SHA256.hash(data: Array(secret.text.reveal().utf8))))
    }

    /// Counts a failure for each of the names.
    private func failure(_ reason: AuthenticationFailure, _ names: String..., at now: Date) -> AuthenticationFailure {
        let waits = failures.withLock { failures in names.map { failures.count($0, at: now) } }
        guard let seconds = waits.compactMap(\.self).max() else { return reason }
        return .tooMany(retryAfter: seconds)
    }

    /// A request is answered though its use cannot be written down.
    private func noteUse(
        of key: APIKey, in store: any AccessStore, from address: String?, log: Logger, at now: Date
    ) async {
        let isDue = uses.withLock { uses in
            if let last = uses[key.id], now.timeIntervalSince(last) < Self.useInterval { return false }
            uses[key.id] = now
            return true
        }
        guard isDue else { return }
        do { try await store.noteUse(of: key.id, at: now, from: address) } catch {
            log.warning("the use of a key could not be noted", metadata: ["key": "\(key.id)", "reason": "\(error)"])
        }
    }
}
