public import BranchingCore
import PostgresTools

extension PostgresBranchService {
    /// What a service needs to know.
    public struct Configuration: Sendable {
        /// The source database, whose cluster holds the branches; nil if none is configured.
        public var server: ConnectionParameters?
        /// Why there is none.
        public var notConfiguredReason: String
        /// The name of the control database.
        public var controlDatabase: String
        /// How many clones run at once in the cluster: at least 1. Others wait in order.
        public var maximumConcurrentClones: Int
        /// How many workers a stream clone has if the request does not say: at least 1.
        public var jobs: Int
        /// The pg_dump that a `dump` clone runs: a path, or a name looked up on PATH.
        public var pgDumpPath: String
        /// The psql that a `dump` clone runs.
        public var psqlPath: String
        /// How long sessions on databases that users name may wait; those of ``server`` have their own limits.
        public var limits: WaitLimits
        /// How many connections may exist at once to databases that users name by URL: at least 1.
        public var foreignConnections: Int
        /// Whether users may name Unix sockets of this host, and so log in as this process.
        public var allowsSocketSources: Bool
        /// Whether each new branch gets a PostgreSQL role for itself. The server's role then needs CREATEROLE.
        public var logins: Bool
        /// The branch whose database is the active one.
        public var activeBranch: BranchName?
        /// How often the reconciler checks.
        public var reconciliationInterval: Duration
        /// Where a test kills the process.
        public var failPoint: FailPoint?

        /// Makes a configuration; everything has a default.
        public init(
            server: ConnectionParameters? = nil,
            notConfiguredReason: String = "No database is configured: set database.url.",
            controlDatabase: String = "ayb_control", maximumConcurrentClones: Int = 4, jobs: Int = 4,
            pgDumpPath: String = "pg_dump",
            psqlPath: String = "psql", limits: WaitLimits = WaitLimits(), foreignConnections: Int = 16,
            allowsSocketSources: Bool = false, logins: Bool = false, activeBranch: BranchName? = nil,
            reconciliationInterval: Duration = .seconds(30), failPoint: FailPoint? = nil
        ) {
            self.server = server
            self.notConfiguredReason = notConfiguredReason
            self.controlDatabase = controlDatabase
            self.maximumConcurrentClones = max(1, maximumConcurrentClones)
            self.jobs = max(1, jobs)
            self.pgDumpPath = pgDumpPath
            self.psqlPath = psqlPath
            self.limits = limits
            self.foreignConnections = max(1, foreignConnections)
            self.allowsSocketSources = allowsSocketSources
            self.logins = logins
            self.activeBranch = activeBranch
            self.reconciliationInterval = reconciliationInterval
            self.failPoint = failPoint
        }
    }
}

extension PostgresBranchService.Configuration {
    /// What the strategies need of it.
    var cloneSettings: CloneSettings {
        CloneSettings(jobs: jobs, programs: ToolPrograms(pgDump: pgDumpPath, psql: psqlPath), limits: limits)
    }
}
