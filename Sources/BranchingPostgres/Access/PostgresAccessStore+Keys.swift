public import BranchingCore
public import FoundationEssentials

extension PostgresAccessStore: AccessStore {
    /// Stores a new key.
    public func insert(_ key: APIKey, digest: SecretDigest) async throws(AccessError) {
        try await run { try KeyRow.insert(key, digest: digest, on: $0) }
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
