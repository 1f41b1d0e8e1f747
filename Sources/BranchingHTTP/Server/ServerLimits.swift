/// What one connection may ask of a server.
public struct ServerLimits: Sendable, Hashable {
    /// The largest size of all headers of a request together, in bytes. More is answered with 431.
    public var headerLimit: Int
    /// How long a client may take to send the headers of its first request, and how long for a body. Longer is answered
    /// with 408. Later headers fall under ``idleTimeout``.
    public var readDeadline: Duration
    /// How long a connection may stay open between requests.
    public var idleTimeout: Duration
    /// The most connections on each address. On TCP a new one replaces the one that has been idle longest, those
    /// without the key first; if all are busy, the new one is answered with 503. On a Unix socket more wait until one
    /// is closed.
    public var connectionLimit: Int
    /// The most TCP connections per host that have not shown the key. An IPv6 /64 network counts as one host.
    public var strangerLimit: Int
    /// How long a TCP connection without the key may stay open between requests, and before its first.
    public var strangerDeadline: Duration

    /// Makes limits; the defaults are 16 KiB, 30 s, 75 s, 512, 128 and 10 s.
    public init(
        headerLimit: Int = 16 << 10, readDeadline: Duration = .seconds(30), idleTimeout: Duration = .seconds(75),
        connectionLimit: Int = 512, strangerLimit: Int = 128, strangerDeadline: Duration = .seconds(10)
    ) {
        self.headerLimit = headerLimit
        self.readDeadline = readDeadline
        self.idleTimeout = idleTimeout
        self.connectionLimit = connectionLimit
        self.strangerLimit = strangerLimit
        self.strangerDeadline = strangerDeadline
    }
}
