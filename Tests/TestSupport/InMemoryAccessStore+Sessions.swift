package import BranchingCore
package import FoundationEssentials

extension InMemoryAccessStore {
    struct SessionRow {
        var session: BrowserSession
        let digest: SecretDigest
        let credential: SecretDigest
    }

    package func insert(
        _ session: BrowserSession, digest: SecretDigest, credential: SecretDigest
    ) throws(AccessError) {
        try checkAvailable()
        sessionRows.append(SessionRow(session: session, digest: digest, credential: credential))
        let siblings = sessionRows.map(\.session).filter { $0.keyID == session.keyID && $0.id != session.id }
            .sorted { ($0.lastSeenAt, $0.createdAt) > ($1.lastSeenAt, $1.createdAt) }
        let ended = Set(siblings.dropFirst(BrowserSession.limitPerKey - 1).map(\.id))
        sessionRows.removeAll { ended.contains($0.session.id) }
    }

    package func session(of digest: SecretDigest, at now: Date) throws(AccessError) -> KnownSession? {
        try checkAvailable()
        guard let row = sessionRows.first(where: { $0.digest == digest }), let session = try living(row, at: now) else {
            return nil
        }
        return KnownSession(
            session: session, credential: row.credential,
            key: session.keyID == nil ? nil : try key(of: row.credential, at: now))
    }

    package func sessions(at now: Date) throws(AccessError) -> [BrowserSession] {
        try checkAvailable()
        var found: [BrowserSession] = []
        for row in sessionRows { if let session = try living(row, at: now) { found.append(session) } }
        return found.sorted { ($0.createdAt, $1.id.rawValue) > ($1.createdAt, $0.id.rawValue) }
    }

    package func noteSeen(_ id: SessionID, at now: Date) throws(AccessError) {
        try checkAvailable()
        guard let index = sessionRows.firstIndex(where: { $0.session.id == id }),
            now.timeIntervalSince(sessionRows[index].session.lastSeenAt) >= 60
        else { return }
        sessionRows[index].session.lastSeenAt = now
    }

    package func endSession(_ id: SessionID) throws(AccessError) {
        try checkAvailable()
        guard let index = sessionRows.firstIndex(where: { $0.session.id == id }) else { throw .sessionNotFound(id) }
        sessionRows.remove(at: index)
    }

    package func removeSessions(at now: Date) throws(AccessError) {
        try checkAvailable()
        sessionRows.removeAll { !$0.session.isAlive(at: now) }
        codes = codes.filter { now < $0.value.expiresAt }
    }

    package func insert(_ code: SignInCode, digest: SecretDigest) throws(AccessError) {
        try checkAvailable()
        codes[digest] = code
        let siblings = codes.filter { $0.value.keyID == code.keyID && $0.key != digest }.sorted {
            $0.value.expiresAt > $1.value.expiresAt
        }
        for (digest, _) in siblings.dropFirst(SignInCode.limitPerKey - 1) { codes[digest] = nil }
    }

    package func redeem(_ digest: SecretDigest, at now: Date) throws(AccessError) -> SignInCode? {
        try checkAvailable()
        guard let code = codes.removeValue(forKey: digest), now < code.expiresAt else { return nil }
        return code
    }

    /// With the key's name and role as they are now; nil where it is over.
    private func living(_ row: SessionRow, at now: Date) throws(AccessError) -> BrowserSession? {
        guard row.session.isAlive(at: now) else { return nil }
        guard let id = row.session.keyID else { return row.session }
        guard let key = try key(of: row.credential, at: now), key.id == id, key.isValid(at: now) else { return nil }
        var session = row.session
        (session.keyName, session.role) = (key.name, key.role)
        return session
    }
}
