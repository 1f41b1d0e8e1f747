/// What is asked for when a branch is created.
public struct BranchRequest: Sendable, Hashable {
    /// The name of the new branch.
    public var name: BranchName
    /// What it is cloned from.
    public var source: BranchSource
    /// How.
    public var strategy: StrategyChoice
    /// Whether only the schema is cloned, and no row.
    public var schemaOnly: Bool
    /// Whether sessions on the source may be ended, so that a template clone is possible.
    public var disconnectSource: Bool

    /// Makes a request; everything but the name has a default.
    public init(
        name: BranchName, source: BranchSource = .main, strategy: StrategyChoice = .auto, schemaOnly: Bool = false,
        disconnectSource: Bool = false
    ) {
        self.name = name
        self.source = source
        self.strategy = strategy
        self.schemaOnly = schemaOnly
        self.disconnectSource = disconnectSource
    }

    /// Whether the options can go together.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` that names the two that cannot.
    public func validate() throws(BranchError) {
        if schemaOnly, strategy == .only(.template) {
            throw .invalidRequest("A template clone copies the rows too: leave out 'strategy' or 'schema_only'.")
        }
        if disconnectSource, schemaOnly || strategy == .only(.dump) {
            throw .invalidRequest("'disconnect_source' is for a template clone: leave it out.")
        }
    }
}
