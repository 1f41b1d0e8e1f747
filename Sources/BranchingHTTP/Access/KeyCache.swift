import BranchingCore
import FoundationEssentials

/// Keys that were looked up a moment ago.
struct KeyCache: Sendable {
    /// How long a key that was found counts without another look, in seconds. A revoke holds within 5 s on every server.
    static let lifetime: TimeInterval = 3
    private static let limit = 1000

    private var entries: [SecretDigest: (key: APIKey, until: Date)] = [:]

    func key(of digest: SecretDigest, at now: Date) -> APIKey? {
        guard let entry = entries[digest], now < entry.until, now >= entry.until - Self.lifetime else { return nil }
        return entry.key
    }

    /// Whether a key was found by the digest, be it long ago.
    func knows(_ digest: SecretDigest) -> Bool { entries[digest] != nil }

    /// Has each key looked up again.
    mutating func expire() {
        for digest in entries.keys { entries[digest]?.until = .distantPast }
    }

    mutating func remember(_ key: APIKey, of digest: SecretDigest, at now: Date) {
        if entries.count >= Self.limit { entries = entries.filter { now < $0.value.until } }
        if entries.count >= Self.limit { entries.removeAll() }
        entries[digest] = (key, now + Self.lifetime)
    }
}
