/// A moment by which something must be done; never, without a time-out.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant?

    /// - Parameter seconds: from now; nil for never.
    init(seconds: Double?) {
        end = seconds.map { .now + .seconds($0) }
    }

    /// Whether it is over.
    var hasPassed: Bool { end.map { $0 <= .now } ?? false }

    /// Milliseconds until then: at least 1, at most a limit.
    func milliseconds(atMost limit: Int) -> Int {
        guard let end else { return limit }
        let left = (end - .now).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return Int(min(max(milliseconds, 1), Int64(limit)))
    }
}
