/// Whom a new branch is for.
public struct BranchOwner: Sendable, Hashable {
    /// The id of the key.
    public var id: String
    /// How many branches the key may have at once, this one among them; nil for any number.
    public var maxBranches: Int?

    /// Names an owner.
    public init(id: String, maxBranches: Int? = nil) {
        self.id = id
        self.maxBranches = maxBranches
    }
}
