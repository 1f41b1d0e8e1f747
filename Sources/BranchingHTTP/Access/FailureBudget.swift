import FoundationEssentials

/// How many wrong keys an address or a key id may cause: ten a minute, and then none until the minute is over.
struct FailureBudget: Sendable {
    /// How many are allowed in one ``window``.
    static let allowed = 10
    /// How long they are counted, in seconds.
    static let window: TimeInterval = 60
    /// How many names are remembered; of more, those whose time is over go first.
    private static let limit = 10_000

    private var counts: [String: (begun: Date, count: Int)] = [:]

    /// Counts a failure.
    ///
    /// - Returns: how many seconds to wait, where it is one too many.
    mutating func count(_ name: String, at now: Date) -> Int? {
        if counts.count >= Self.limit { counts = counts.filter { Self.isCurrent($0.value.begun, at: now) } }
        if counts.count >= Self.limit { counts.removeAll() }
        var entry = counts[name] ?? (now, 0)
        if !Self.isCurrent(entry.begun, at: now) { entry = (now, 0) }
        entry.count += 1
        counts[name] = entry
        return entry.count > Self.allowed ? Self.secondsLeft(entry.begun, at: now) : nil
    }

    /// How many seconds to wait, where there were too many already.
    func wait(for name: String, at now: Date) -> Int? {
        guard let entry = counts[name], Self.isCurrent(entry.begun, at: now), entry.count >= Self.allowed else {
            return nil
        }
        return Self.secondsLeft(entry.begun, at: now)
    }

    private static func isCurrent(_ begun: Date, at now: Date) -> Bool {
        (0..<window).contains(now.timeIntervalSince(begun))
    }

    private static func secondsLeft(_ begun: Date, at now: Date) -> Int {
        max(1, Int((window - now.timeIntervalSince(begun)).rounded(.up)))
    }
}
