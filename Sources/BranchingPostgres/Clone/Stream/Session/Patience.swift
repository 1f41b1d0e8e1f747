/// Decides when a wait has been too long. A server may be busy for hours, with an index or behind a lock, and is left to it;
/// a connection over which nothing comes is not.
struct Patience {
    /// How long one poll may take: about how often a wait looks around.
    static let milliseconds = 1000
    /// After this long without what is wanted, the server is asked.
    private static let limit = Duration.seconds(15)
    /// What has to move within the limit, in bytes: less than that is not a working network.
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

    /// Looks whether the wait is too long.
    ///
    /// - Parameter bytes: what has moved since the last look.
    /// - Throws: `08006` (connection_failure) where the server does not work for us any more.
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
