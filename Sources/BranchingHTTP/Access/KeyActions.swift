import BranchingCore
import FoundationEssentials

/// What admins may do with keys, on record: for the API and for pages alike.
struct KeyActions: Sendable {
    let store: (any AccessStore)?
    let authenticator: Authenticator
    let audit: AuditTrail

    /// Where keys are.
    ///
    /// - Throws: ``AccessError/unavailable(_:)`` where no database is configured.
    func requireStore() throws(AccessError) -> any AccessStore {
        guard let store else { throw .unavailable("No database is configured, so keys have no place to be kept.") }
        return store
    }

    /// Makes a key; its secret is in the answer and nowhere else.
    ///
    /// - Parameter idempotencyKey: What the client calls the request, if it may send it again.
    func create(
        _ wanted: KeyRequest, idempotencyKey: IdempotencyKey? = nil, _ context: BranchRequestContext
    ) async throws -> IssuedKeyBody {
        let store = try requireStore()
        let secret = APIKeySecret.random()
        let now = Self.now()
        let key = APIKey(
            id: .random(), name: wanted.name, prefix: secret.visiblePrefix, role: wanted.role, limits: wanted.limits,
            createdBy: try context.requirePrincipal().id, createdAt: now,
            expiresAt: wanted.lifetimeSeconds.map { now + TimeInterval($0) })
        try await audit.recording(.createKey, .key(key.id.rawValue), context: context) {
            try await store.insert(
                key, digest: Authenticator.digest(of: secret), idempotencyKey: idempotencyKey)
        }
        return IssuedKeyBody(key: key, secret: secret)
    }

    /// Changes the name or the limits of a key.
    func change(_ id: KeyID, _ change: KeyChange, _ context: BranchRequestContext) async throws -> APIKey {
        let store = try requireStore()
        let key = try await audit.recording(.changeKey, .key(id.rawValue), context: context) {
            try await store.change(id, change)
        }
        authenticator.forgetKeys()
        return key
    }

    /// Gives a key a new secret; the old one works for `grace` seconds more.
    func rotate(_ id: KeyID, grace: Int, _ context: BranchRequestContext) async throws -> IssuedKeyBody {
        let store = try requireStore()
        let secret = APIKeySecret.random()
        let now = Self.now()
        let key = try await audit.recording(.rotateKey, .key(id.rawValue), context: context) {
            let expires = try await store.key(id).expiresAt.map { _ in now + TimeInterval(KeyRequest.standardLifetime) }
            return try await store.rotate(
                id, to: Authenticator.digest(of: secret), prefix: secret.visiblePrefix,
                grace: now + TimeInterval(grace), expiresAt: expires)
        }
        authenticator.forgetKeys()
        return IssuedKeyBody(key: key, secret: secret)
    }

    /// Ends a key for good.
    func revoke(_ id: KeyID, _ context: BranchRequestContext) async throws -> APIKey {
        let store = try requireStore()
        let key = try await audit.recording(.revokeKey, .key(id.rawValue), context: context) {
            try await store.revoke(id, at: Self.now())
        }
        authenticator.forgetKeys()
        return key
    }

    /// To the second, as it is shown.
    private static func now() -> Date {
        Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    }
}
