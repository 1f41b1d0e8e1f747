/// One SQL statement of a migration.
public struct Statement: Sendable, Hashable {
    /// The text, without a semicolon at its end.
    public var sql: String
    /// What can go wrong or hurt.
    public var hazards: [Hazard]
    /// Whether it may run inside a transaction block.
    public var isTransactional: Bool
    /// Whether what is before it has to be committed first.
    public var needsCommitBefore: Bool

    /// Makes a statement.
    public init(
        _ sql: String, hazards: [Hazard] = [], isTransactional: Bool = true, needsCommitBefore: Bool = false
    ) {
        self.sql = sql
        self.hazards = hazards
        self.isTransactional = isTransactional
        self.needsCommitBefore = needsCommitBefore
    }
}
