extension BranchAPI {
    /// The limits and intervals of the API. Those of connections are ``ServerLimits``.
    public struct Options: Sendable, Hashable {
        /// The largest request body, in bytes.
        public var bodyLimit: Int
        /// How often the record of a branch is read while its events are followed.
        public var eventPollInterval: Duration
        /// How long an event stream is silent at most before it gets a comment, so that proxies keep it open.
        public var eventHeartbeat: Duration

        /// Makes options; the defaults are 1 MiB, 250 ms and 15 s.
        public init(
            bodyLimit: Int = 1 << 20, eventPollInterval: Duration = .milliseconds(250),
            eventHeartbeat: Duration = .seconds(15)
        ) {
            self.bodyLimit = bodyLimit
            self.eventPollInterval = eventPollInterval
            self.eventHeartbeat = eventHeartbeat
        }
    }
}
