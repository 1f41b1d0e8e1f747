public import BranchingCore
public import FoundationEssentials

extension PostgresAccessStore: AccessStore {
    /// Stores a new key.
    public func insert(
        _ key: APIKey, digest: SecretDigest, idempotencyKey: IdempotencyKey?
    ) async throws(AccessError) {
        try await run { handle in
            try handle.transaction { handle in
                if let idempotencyKey {
                    try Self.claim(idempotencyKey, for: key.id, on: handle)
                }
                try KeyRow.insert(key, digest: digest, on: handle)
            }
        }
    }

    private static func claim(_ key: IdempotencyKey, for id: KeyID, on handle: borrowing ConnectionHandle) throws {
        do {
            guard let made = try IdempotencyRow.claim(key, for: id.rawValue, on: handle) else { return }
            throw AccessError.idempotencyKeyUsed(KeyID(rawValue: made))
        } catch is IdempotencyRow.Conflict {
            throw AccessError.idempotencyKeyReused
        }
    }

    /// All keys, oldest first.
    public func keys() async throws(AccessError) -> [APIKey] {
        try await run { try KeyRow.all(on: $0) }
    }

    /// The key with the id.
    public func key(_ id: KeyID) async throws(AccessError) -> APIKey {
        try await run { try KeyRow.require(id, on: $0) }
    }

    /// The key that a secret belongs to.
    public func key(of digest: SecretDigest, at now: Date) async throws(AccessError) -> APIKey? {
        try await run { try KeyRow.find(digest, at: now, on: $0) }
    }

    /// Changes a key.
    public func change(_ id: KeyID, _ change: KeyChange) async throws(AccessError) -> APIKey {
        try await run { handle in
            try handle.transaction { handle in
                try KeyRow.requireValid(id, on: handle)
                return try KeyRow.change(id, change, on: handle)
            }
        }
    }

    /// Gives a key a new secret.
    public func rotate(
        _ id: KeyID, to digest: SecretDigest, prefix: String, grace: Date, expiresAt: Date?
    ) async throws(AccessError) -> APIKey {
        try await run { handle in
            try handle.transaction { handle in
                try KeyRow.requireValid(id, on: handle)
                return try KeyRow.rotate(
                    id, to: digest, prefix: prefix, grace: grace, expiresAt: expiresAt, on: handle)
            }
        }
    }

    /// Revokes a key for good.
    public func revoke(_ id: KeyID, at now: Date) async throws(AccessError) -> APIKey {
        try await run { try KeyRow.revoke(id, at: now, on: $0) }
    }

    /// Records that a key was used.
    public func noteUse(of id: KeyID, at now: Date, from address: String?) async throws(AccessError) {
        try await run { try KeyRow.noteUse(of: id, at: now, from: address, on: $0) }
    }
}
