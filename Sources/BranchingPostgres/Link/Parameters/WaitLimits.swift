/// How long sessions wait, and how much they take. The error of each limit names it and its setting.
public struct WaitLimits: Sendable, Hashable {
    /// For an answer from one address of a server, unless the connection string says otherwise: 1 to 30 seconds.
    public var connect: Duration
    /// For a lock that another session holds.
    public var lock: Duration
    /// For the end of one statement.
    public var statement: Duration
    /// For the end of one statement, or program, that copies or drops a database.
    public var copy: Duration
    /// For PostgreSQL's answer to whether it is there: after that, `/readyz` and the status call it away.
    public var probe: Duration
    /// What one call may get from a server as results, in bytes. Rows that a clone copies do not count.
    public var resultBytes: Int

    /// Makes limits; each has the default that `docs/configuration.md` names.
    public init(
        connect: Duration = .seconds(10), lock: Duration = .seconds(30), statement: Duration = .seconds(60),
        copy: Duration = .seconds(86_400), probe: Duration = .seconds(2), resultBytes: Int = 128 << 20
    ) {
        self.connect = connect
        self.lock = lock
        self.statement = statement
        self.copy = copy
        self.probe = probe
        self.resultBytes = resultBytes
    }

    /// What `connect_timeout` may be, in seconds: not 0, which libpq takes as no limit.
    static let connectSeconds = 1...30
}

extension Duration {
    /// Whole seconds, at least 1.
    package var wholeSeconds: Int { Int(max(1, components.seconds)) }
    /// Whole milliseconds, at least 1.
    package var wholeMilliseconds: Int { Int(max(1, self / .milliseconds(1))) }
}
