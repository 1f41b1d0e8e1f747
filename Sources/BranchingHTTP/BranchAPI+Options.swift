public import BranchingCore

extension BranchAPI {
    /// The limits and intervals of the API. ``ServerLimits`` has those of connections.
    public struct Options: Sendable, Hashable {
        /// The largest request body, in bytes.
        public var bodyLimit: Int
        /// How often a followed branch's record is read.
        public var eventPollInterval: Duration
        /// How often all branches are checked for changes while somebody follows them.
        public var feedPollInterval: Duration
        /// The longest silence of an event stream before it gets a comment, so that proxies keep it open.
        public var eventHeartbeat: Duration
        /// Where the dashboard is; nil for none.
        public var dashboard: DashboardPath?

        /// Makes options; the defaults are 1 MiB, 250 ms, 500 ms, 15 s and `/admin`.
        public init(
            bodyLimit: Int = 1 << 20, eventPollInterval: Duration = .milliseconds(250),
            feedPollInterval: Duration = .milliseconds(500), eventHeartbeat: Duration = .seconds(15),
            dashboard: DashboardPath? = .standard
        ) {
            self.bodyLimit = bodyLimit
            self.eventPollInterval = eventPollInterval
            self.feedPollInterval = feedPollInterval
            self.eventHeartbeat = eventHeartbeat
            self.dashboard = dashboard
        }
    }
}
