/// What a server is and whether it can branch: the answer of `GET /api/admin/status`.
public struct ServiceStatus: Sendable, Hashable, Codable {
    /// The version of ayb.
    public var version: String
    /// The version of PostgreSQL, such as `15.18`, if it can be reached.
    public var postgresVersion: String?
    /// The database in use: the source database, or that of the branch the server was started on.
    public var activeDatabase: String?
    /// The branch that the server was started on.
    public var activeBranch: BranchName?
    /// Whether branching works.
    public var branching: Branching

    /// Makes a status.
    public init(
        version: String = AybVersion.current, postgresVersion: String? = nil, activeDatabase: String? = nil,
        activeBranch: BranchName? = nil, branching: Branching
    ) {
        self.version = version
        self.postgresVersion = postgresVersion
        self.activeDatabase = activeDatabase
        self.activeBranch = activeBranch
        self.branching = branching
    }

    private enum CodingKeys: String, CodingKey {
        case version
        case postgresVersion = "postgres_version"
        case activeDatabase = "active_database"
        case activeBranch = "active_branch"
        case branching
    }
}

extension ServiceStatus {
    /// Whether branching works, and why not.
    public struct Branching: Sendable, Hashable, Codable {
        /// Whether a database is configured and branching is not switched off.
        public var configured: Bool
        /// Whether PostgreSQL can be reached and the control database used.
        public var available: Bool
        /// Why it is not configured or not available.
        public var reason: String?

        /// Makes it.
        public init(configured: Bool, available: Bool, reason: String? = nil) {
            self.configured = configured
            self.available = available
            self.reason = reason
        }
    }
}
