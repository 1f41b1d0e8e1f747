/// What one connection may ask of a server.
public struct ServerLimits: Sendable, Hashable {
    /// The largest size of all headers of a request together, in bytes. More is answered with 431.
    public var headerLimit: Int
    /// How long a client may take to send the headers of its first request, and how long for a body. Longer is answered
    /// with 408. Later headers fall under ``idleTimeout``.
    public var readDeadline: Duration
    /// How long a connection may stay open between requests.
    public var idleTimeout: Duration
    /// How many connections there can be on each address; more wait until one is closed.
    public var connectionLimit: Int

    /// Makes limits; the defaults are 16 KiB, 30 s, 75 s and 512.
    public init(
        headerLimit: Int = 16 << 10, readDeadline: Duration = .seconds(30), idleTimeout: Duration = .seconds(75),
        connectionLimit: Int = 512
    ) {
        self.headerLimit = headerLimit
        self.readDeadline = readDeadline
        self.idleTimeout = idleTimeout
        self.connectionLimit = connectionLimit
    }
}
