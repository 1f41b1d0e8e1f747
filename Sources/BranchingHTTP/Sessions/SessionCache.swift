import BranchingCore
import FoundationEssentials

/// Sessions that were looked up a moment ago, and cookies that are known to be worth nothing.
struct SessionCache: Sendable {
    private static let limit = 1000

    private var entries: [SecretDigest: (found: KnownSession, until: Date)] = [:]
    /// A session that is over never comes back, so a browser that keeps asking costs no query.
    private var ended: Set<SecretDigest> = []

    func session(of digest: SecretDigest, at now: Date) -> KnownSession? {
        guard let entry = entries[digest], now < entry.until, now >= entry.until - KeyCache.lifetime else { return nil }
        return entry.found
    }

    /// Whether a session was found by the digest, be it long ago.
    func knows(_ digest: SecretDigest) -> Bool { entries[digest] != nil }

    func isEnded(_ digest: SecretDigest) -> Bool { ended.contains(digest) }

    mutating func remember(_ found: KnownSession, of digest: SecretDigest, at now: Date) {
        if entries.count >= Self.limit { entries = entries.filter { now < $0.value.until } }
        if entries.count >= Self.limit { entries.removeAll() }
        entries[digest] = (found, now + KeyCache.lifetime)
    }

    mutating func end(_ digest: SecretDigest) {
        entries[digest] = nil
        if ended.count >= Self.limit { ended.removeAll() }
        ended.insert(digest)
    }

    /// Has each session looked up again.
    mutating func expire() {
        for digest in entries.keys { entries[digest]?.until = .distantPast }
    }
}
