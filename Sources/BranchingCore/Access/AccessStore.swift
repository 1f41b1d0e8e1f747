public import FoundationEssentials

/// A port, like ``BranchService``, for keys, browsers' sessions and the audit trail, which outlast a process and which every
/// server sees.
public protocol AccessStore: SessionStore {
    /// Keeps a new key.
    ///
    /// - Parameters:
    ///   - key: The key; its name may not be that of another one that is not revoked.
    ///   - digest: Of its secret.
    ///   - idempotencyKey: What the client calls the request, if it may send it again.
    /// - Throws: ``AccessError/keyNameTaken(_:)``, ``AccessError/idempotencyKeyUsed(_:)``,
    ///   ``AccessError/idempotencyKeyReused``.
    func insert(_ key: APIKey, digest: SecretDigest, idempotencyKey: IdempotencyKey?) async throws(AccessError)

    /// All keys, oldest first, including those that no longer work.
    func keys() async throws(AccessError) -> [APIKey]

    /// The key with the id.
    ///
    /// - Throws: ``AccessError/keyNotFound(_:)``.
    func key(_ id: KeyID) async throws(AccessError) -> APIKey

    /// The key that a secret belongs to, working or not; nil if there is none, or if the old secret's grace period is
    /// over.
    func key(of digest: SecretDigest, at now: Date) async throws(AccessError) -> APIKey?

    /// Changes a key.
    ///
    /// - Throws: ``AccessError/keyNotFound(_:)``, ``AccessError/keyRevoked(_:)``, ``AccessError/keyNameTaken(_:)``.
    func change(_ id: KeyID, _ change: KeyChange) async throws(AccessError) -> APIKey

    /// Gives a key a new secret.
    ///
    /// - Parameters:
    ///   - prefix: The first characters of the new secret.
    ///   - grace: Until when the old secret works too.
    ///   - expiresAt: When the key now expires; nil for never.
    /// - Throws: ``AccessError/keyNotFound(_:)``, ``AccessError/keyRevoked(_:)``.
    func rotate(
        _ id: KeyID, to digest: SecretDigest, prefix: String, grace: Date, expiresAt: Date?
    ) async throws(AccessError) -> APIKey

    /// Revokes a key for good. A second time changes nothing.
    ///
    /// - Throws: ``AccessError/keyNotFound(_:)``.
    func revoke(_ id: KeyID, at now: Date) async throws(AccessError) -> APIKey

    /// Notes that a key was used.
    func noteUse(of id: KeyID, at now: Date, from address: String?) async throws(AccessError)

    /// Adds a line to the audit trail.
    ///
    /// - Returns: its number.
    func record(_ entry: AuditEntry) async throws(AccessError) -> Int64

    /// Records the outcome.
    func conclude(_ id: Int64, result: String) async throws(AccessError)

    /// Removes the audit trail's lines from before a time.
    func removeAudit(before limit: Date) async throws(AccessError)

    /// Reads the audit trail, newest first.
    func audit(_ filter: AuditFilter) async throws(AccessError) -> [AuditEntry]
}

extension AccessStore {
    /// Keeps a new key.
    public func insert(_ key: APIKey, digest: SecretDigest) async throws(AccessError) {
        try await insert(key, digest: digest, idempotencyKey: nil)
    }
}
