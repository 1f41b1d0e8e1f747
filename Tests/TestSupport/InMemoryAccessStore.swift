package import BranchingCore
package import FoundationEssentials

/// Keys, sessions and an audit trail that go with the process.
package actor InMemoryAccessStore: AccessStore {
    private struct Row {
        var key: APIKey
        var digest: SecretDigest
        var previous: (digest: SecretDigest, until: Date)?
    }

    private var rows: [Row] = []
    private var entries: [AuditEntry] = []
    var sessionRows: [SessionRow] = []
    var codes: [SecretDigest: SignInCode] = [:]
    private var requests: [String: (fingerprint: String, id: KeyID)] = [:]
    private var outage: AccessError?

    package init() {}

    /// Makes every call fail, until nil is given.
    package func setOutage(_ error: AccessError?) { outage = error }

    func checkAvailable() throws(AccessError) {
        if let outage { throw outage }
    }

    package func insert(
        _ key: APIKey, digest: SecretDigest, idempotencyKey: IdempotencyKey?
    ) throws(AccessError) {
        try checkAvailable()
        if let idempotencyKey, let earlier = requests[idempotencyKey.digest] {
            guard earlier.fingerprint == idempotencyKey.fingerprint else { throw .idempotencyKeyReused }
            throw .idempotencyKeyUsed(earlier.id)
        }
        try requireFree(key.name, except: key.id)
        rows.append(Row(key: key, digest: digest))
        if let idempotencyKey { requests[idempotencyKey.digest] = (idempotencyKey.fingerprint, key.id) }
    }

    package func keys() throws(AccessError) -> [APIKey] {
        try checkAvailable()
        return rows.map(\.key)
    }

    package func key(_ id: KeyID) throws(AccessError) -> APIKey {
        try checkAvailable()
        return rows[try index(of: id)].key
    }

    package func key(of digest: SecretDigest, at now: Date) throws(AccessError) -> APIKey? {
        try checkAvailable()
        return rows.first { row in
            row.digest == digest || row.previous.map { $0.digest == digest && $0.until > now } ?? false
        }?.key
    }

    package func change(_ id: KeyID, _ change: KeyChange) throws(AccessError) -> APIKey {
        let index = try validIndex(of: id)
        if let name = change.name {
            try requireFree(name, except: id)
            rows[index].key.name = name
        }
        if let limits = change.limits { rows[index].key.limits = limits }
        return rows[index].key
    }

    package func rotate(
        _ id: KeyID, to digest: SecretDigest, prefix: String, grace: Date, expiresAt: Date?
    ) throws(AccessError) -> APIKey {
        let index = try validIndex(of: id)
        rows[index].previous = (rows[index].digest, grace)
        rows[index].digest = digest
        rows[index].key.prefix = prefix
        rows[index].key.expiresAt = expiresAt
        return rows[index].key
    }

    package func revoke(_ id: KeyID, at now: Date) throws(AccessError) -> APIKey {
        try checkAvailable()
        let index = try index(of: id)
        rows[index].key.revokedAt = rows[index].key.revokedAt ?? now
        return rows[index].key
    }

    package func noteUse(of id: KeyID, at now: Date, from address: String?) throws(AccessError) {
        try checkAvailable()
        guard let index = rows.firstIndex(where: { $0.key.id == id }) else { return }
        if let last = rows[index].key.lastUsedAt, now.timeIntervalSince(last) < 60 { return }
        rows[index].key.lastUsedAt = now
        rows[index].key.lastUsedFrom = address
    }

    package func record(_ entry: AuditEntry) throws(AccessError) -> Int64 {
        try checkAvailable()
        var entry = entry
        entry.id = (entries.last?.id ?? 0) + 1
        entries.append(entry)
        return entry.id
    }

    package func conclude(_ id: Int64, result: String) throws(AccessError) {
        try checkAvailable()
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
        entries[index].result = result
    }

    package func removeAudit(before limit: Date) throws(AccessError) {
        try checkAvailable()
        entries.removeAll { $0.at < limit }
    }

    package func audit(_ filter: AuditFilter) throws(AccessError) -> [AuditEntry] {
        try checkAvailable()
        return Array(
            entries.reversed().filter { entry in
                (filter.actor.map { $0 == entry.actor } ?? true) && (filter.action.map { $0 == entry.action } ?? true)
                    && (filter.branch.map { $0 == entry.branch } ?? true)
                    && (filter.since.map { entry.at >= $0 } ?? true)
                    && (filter.until.map { entry.at < $0 } ?? true) && (filter.before.map { entry.id < $0 } ?? true)
            }.prefix(filter.limit))
    }

    private func index(of id: KeyID) throws(AccessError) -> Int {
        guard let index = rows.firstIndex(where: { $0.key.id == id }) else { throw .keyNotFound(id) }
        return index
    }

    private func validIndex(of id: KeyID) throws(AccessError) -> Int {
        try checkAvailable()
        let index = try index(of: id)
        guard rows[index].key.revokedAt == nil else { throw .keyRevoked(id) }
        return index
    }

    private func requireFree(_ name: String, except id: KeyID) throws(AccessError) {
        guard !rows.contains(where: { $0.key.name == name && $0.key.id != id && $0.key.revokedAt == nil }) else {
            throw .keyNameTaken(name)
        }
    }
}
