/// Decides when a wait is too long. A server may be busy for hours, with an index or behind a lock; a connection that
/// carries nothing for so long is broken.
struct Patience {
    /// How long one poll may take: about how often a wait checks.
    static let milliseconds = 1000
    /// After this long without data, the server is probed.
    private static let limit = Duration.seconds(15)
    /// The least that has to move within the limit, in bytes: less is not a working network.
    private static let trickle: Int64 = 64 << 10

    let probe: SessionProbe
    private var since = ContinuousClock.now
    private var moved: Int64 = 0

    init(probe: SessionProbe) {
        self.probe = probe
    }

    /// A new wait begins.
    mutating func begin() {
        since = .now
        moved = 0
    }

    /// Checks whether the wait is too long.
    ///
    /// - Parameter bytes: what has moved since the last check.
    /// - Throws: `08006` (connection_failure) if the server no longer works for us.
    mutating func check(moved bytes: Int64 = 0) throws {
        moved += bytes
        let waited = since.duration(to: .now)
        guard waited > Self.limit else { return }
        let isWorking = moved >= Self.trickle
        let carried = moved
        begin()
        guard !isWorking, let complaint = probe.complaint() else { return }
        throw PostgresError(
            sqlState: .connectionFailure,
            message:
                "The connection to the \(probe.side.rawValue) is stuck: \(carried) bytes came through in \(waited.components.seconds) seconds, and \(complaint).",
            hint: "Look at the network between ayb-server and the \(probe.side.rawValue), and create the branch again.")
    }
}
