/// Who is connected to one address of the server, and who must go when there is no more room: a pure state machine.
///
/// The connection that has been idle longest makes room. Connections that have not shown the key go first, and their
/// number per host is limited: somebody without the key cannot keep out those who have it.
struct ConnectionTable: Sendable {
    typealias ID = UInt64

    /// What happens to a new connection.
    enum Admission: Sendable, Hashable {
        case admitted(ID)
        /// Another one should be closed.
        case replacing(ID, by: ID)
        /// Everybody is busy: answer so, and close it.
        case refused(ID)
        /// There are too many of those as well: close it at once.
        case dropped
    }

    private struct Entry {
        let host: RemoteHost?
        var requests = 0
        var hasKey = false
        var isRefused = false
        var idleSince: ContinuousClock.Instant
    }

    /// The most connections that are being refused at once.
    private static let mostRefused = 32

    private let limit: Int
    private let limitPerHost: Int
    private var entries: [ID: Entry] = [:]
    private var lastID: ID = 0

    init(limit: Int, limitPerHost: Int) {
        self.limit = limit
        self.limitPerHost = limitPerHost
    }

    /// Admits a new connection.
    mutating func open(from host: RemoteHost?, at now: ContinuousClock.Instant) -> Admission {
        lastID += 1
        guard let crowd = crowd(around: host) else {
            entries[lastID] = Entry(host: host, idleSince: now)
            return .admitted(lastID)
        }
        if let victim = Self.longestIdle(crowd) {
            entries[victim] = nil
            entries[lastID] = Entry(host: host, idleSince: now)
            return .replacing(victim, by: lastID)
        }
        guard entries.count(where: \.value.isRefused) < Self.mostRefused else { return .dropped }
        entries[lastID] = Entry(host: host, isRefused: true, idleSince: now)
        return .refused(lastID)
    }

    /// The connections of which one must go before a host may open another; nil if there is room.
    private func crowd(around host: RemoteHost?) -> [ID: Entry]? {
        let admitted = entries.filter { !$0.value.isRefused }
        let sameHost = admitted.filter { host != nil && $0.value.host == host && !$0.value.hasKey }
        if sameHost.count >= limitPerHost { return sameHost }
        return admitted.count >= limit ? admitted : nil
    }

    /// A request came in.
    mutating func begin(_ id: ID) { entries[id]?.requests += 1 }

    /// A request is answered.
    mutating func end(_ id: ID, at now: ContinuousClock.Instant) {
        entries[id]?.requests -= 1
        entries[id]?.idleSince = now
    }

    /// The connection has shown the key.
    mutating func showKey(_ id: ID) { entries[id]?.hasKey = true }

    /// The connection is gone.
    mutating func close(_ id: ID) { entries[id] = nil }

    private static func longestIdle(_ entries: [ID: Entry]) -> ID? {
        let idle = entries.filter { $0.value.requests == 0 }
        let strangers = idle.filter { !$0.value.hasKey }
        return (strangers.isEmpty ? idle : strangers).min { $0.value.idleSince < $1.value.idleSince }?.key
    }
}
