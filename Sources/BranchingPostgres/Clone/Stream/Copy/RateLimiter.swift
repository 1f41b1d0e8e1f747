import Synchronization

/// Limits all the pipes of a clone together to a number of bytes per second.
final class RateLimiter: Sendable {
    private let bytesPerSecond: Double
    /// When the bytes taken so far are paid for.
    private let paidUntil: Mutex<ContinuousClock.Instant>

    init(bytesPerSecond: Int64) {
        self.bytesPerSecond = Double(max(1, bytesPerSecond))
        paidUntil = Mutex(.now)
    }

    /// Counts bytes that have moved already.
    ///
    /// - Returns: how long to wait before more are moved.
    func take(_ bytes: Int, at now: ContinuousClock.Instant = .now) -> Duration {
        let cost = Duration.seconds(Double(bytes) / bytesPerSecond)
        return paidUntil.withLock { paidUntil in
            // Unused rate is not saved up: the limit holds at every moment.
            paidUntil = max(paidUntil, now) + cost
            return now.duration(to: paidUntil)
        }
    }
}
