/// A moment by which something has to be done; never, where no time-out was given.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant?

    /// - Parameter seconds: from now; nil for never.
    init(seconds: Double?) {
        end = seconds.map { .now + .seconds($0) }
    }

    /// Whether it is over.
    var hasPassed: Bool { end.map { $0 <= .now } ?? false }

    /// Milliseconds until then, at least 1, and at most a limit.
    func milliseconds(atMost limit: Int) -> Int {
        guard let end else { return limit }
        let left = (end - .now).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return Int(min(max(milliseconds, 1), Int64(limit)))
    }
}
