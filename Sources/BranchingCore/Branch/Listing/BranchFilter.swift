/// Which branches to list. The default is all.
public struct BranchFilter: Sendable, Hashable {
    /// How many a page has at most.
    public static let limits = 1...1000
    /// What ``owner`` is for branches of the root token.
    public static let root = "root"

    /// Only those with this status.
    public var status: BranchStatus?
    /// Only those that this key made; ``root`` for the root token.
    public var owner: String?
    /// Only those after this place.
    public var after: BranchCursor?
    /// Only so many, the oldest.
    public var limit: Int?

    /// Makes a filter.
    public init(
        status: BranchStatus? = nil, owner: String? = nil, after: BranchCursor? = nil, limit: Int? = nil
    ) {
        self.status = status
        self.owner = owner
        self.after = after
        self.limit = limit
    }
}
