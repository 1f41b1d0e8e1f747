/// What changed in the branches since a position, or all of them.
public struct BranchChanges: Sendable, Hashable {
    /// Where the next call continues.
    public var position: ChangePosition
    /// The oldest revision to continue from: removals before it are forgotten.
    public var oldest: Int64
    /// Whether ``branches`` are all there are, and not only those that changed.
    public var isComplete: Bool
    /// The branches that changed, each as it is now.
    public var branches: [Branch]
    /// The branches that were removed, oldest first. If ``isComplete``, all removals that are remembered.
    public var removed: [RemovedBranch]

    /// Makes an answer.
    public init(
        position: ChangePosition, oldest: Int64, isComplete: Bool, branches: [Branch], removed: [RemovedBranch]
    ) {
        self.position = position
        self.oldest = oldest
        self.isComplete = isComplete
        self.branches = branches
        self.removed = removed
    }
}
