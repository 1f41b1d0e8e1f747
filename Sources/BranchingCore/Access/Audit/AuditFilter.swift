public import FoundationEssentials

/// Which lines of the audit trail are wanted; nil is any.
public struct AuditFilter: Sendable, Hashable {
    /// Of that actor: the id of a key, or `root`.
    public var actor: String?
    /// Of that action, such as `branch.create`.
    public var action: String?
    /// About that branch.
    public var branch: String?
    /// From then on.
    public var since: Date?
    /// Before then.
    public var until: Date?
    /// Older than the line with that number.
    public var before: Int64?
    /// How many, 1 to 1000.
    public var limit: Int

    /// How many lines there can be in an answer.
    public static let limits = 1...1000

    /// Makes a filter; the defaults are the newest hundred.
    public init(
        actor: String? = nil, action: String? = nil, branch: String? = nil, since: Date? = nil, until: Date? = nil,
        before: Int64? = nil, limit: Int = 100
    ) {
        self.actor = actor
        self.action = action
        self.branch = branch
        self.since = since
        self.until = until
        self.before = before
        self.limit = limit
    }
}
