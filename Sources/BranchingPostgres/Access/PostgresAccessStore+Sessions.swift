public import BranchingCore
public import FoundationEssentials

extension PostgresAccessStore {
    /// Stores a new session.
    public func insert(
        _ session: BrowserSession, digest: SecretDigest, credential: SecretDigest
    ) async throws(AccessError) {
        try await run { handle in
            try handle.transaction { handle in
                try SessionRow.insert(session, digest: digest, credential: credential, on: handle)
            }
        }
    }

    /// The session that a cookie belongs to.
    public func session(of digest: SecretDigest, at now: Date) async throws(AccessError) -> KnownSession? {
        try await run { try SessionRow.find(digest, at: now, on: $0) }
    }

    /// The sessions that hold, newest first.
    public func sessions(at now: Date) async throws(AccessError) -> [BrowserSession] {
        try await run { try SessionRow.all(at: now, on: $0) }
    }

    /// Records that a browser was seen.
    public func noteSeen(_ id: SessionID, at now: Date) async throws(AccessError) {
        try await run { try SessionRow.noteSeen(id, at: now, on: $0) }
    }

    /// Ends a session for good.
    public func endSession(_ id: SessionID) async throws(AccessError) {
        try await run { try SessionRow.end(id, on: $0) }
    }

    /// Removes the sessions and one-time codes that are over.
    public func removeSessions(at now: Date) async throws(AccessError) {
        try await run { handle in
            try SessionRow.removeEnded(at: now, on: handle)
            try SignInCodeRow.removeEnded(at: now, on: handle)
        }
    }

    /// Stores a one-time code.
    public func insert(_ code: SignInCode, digest: SecretDigest) async throws(AccessError) {
        try await run { handle in
            try handle.transaction { handle in try SignInCodeRow.insert(code, digest: digest, on: handle) }
        }
    }

    /// Takes a one-time code.
    public func redeem(_ digest: SecretDigest, at now: Date) async throws(AccessError) -> SignInCode? {
        try await run { try SignInCodeRow.take(digest, at: now, on: $0) }
    }
}
