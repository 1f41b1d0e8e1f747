/// What a create would do, without doing it.
public struct ClonePlan: Sendable, Hashable, Codable {
    /// The strategy that would be taken.
    public var strategy: CloneStrategy
    /// Why, as a sentence.
    public var reason: String
    /// The name of the source database.
    public var sourceDatabase: String
    /// The name the branch database would have.
    public var branchDatabase: String
    /// The size of the source, in bytes.
    public var bytes: Int64
    /// A rough estimate of the time, in seconds.
    public var estimatedSeconds: Double
    /// What would be locked on the source meanwhile, a sentence each.
    public var locks: [String]
    /// Extensions of the source that the branch's server lacks; the clone would fail.
    public var missingExtensions: [String]
    /// Roles that own or are granted something in the source, and are missing in the branch's cluster.
    public var missingRoles: [String]

    /// Makes a plan.
    public init(
        strategy: CloneStrategy, reason: String, sourceDatabase: String, branchDatabase: String, bytes: Int64,
        estimatedSeconds: Double, locks: [String], missingExtensions: [String] = [], missingRoles: [String]
    ) {
        self.strategy = strategy
        self.reason = reason
        self.sourceDatabase = sourceDatabase
        self.branchDatabase = branchDatabase
        self.bytes = bytes
        self.estimatedSeconds = estimatedSeconds
        self.locks = locks
        self.missingExtensions = missingExtensions
        self.missingRoles = missingRoles
    }

    private enum CodingKeys: String, CodingKey {
        case strategy
        case reason
        case sourceDatabase = "source_database"
        case branchDatabase = "branch_database"
        case bytes
        case estimatedSeconds = "estimated_seconds"
        case locks
        case missingExtensions = "missing_extensions"
        case missingRoles = "missing_roles"
    }
}
