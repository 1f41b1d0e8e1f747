package import DiffTerms

/// One SQL statement of a migration.
package struct Statement: Sendable, Hashable {
    /// The text, without a semicolon at its end.
    package var sql: String
    /// What can go wrong or hurt.
    package var hazards: [Hazard]
    /// Whether it may run inside a transaction block.
    package var isTransactional: Bool
    /// Whether everything before it must be committed first.
    package var needsCommitBefore: Bool
    /// The label that it adds to an enum, unusable until that is committed (error 55P04).
    package var addedEnumLabel: String?

    /// Makes a statement.
    package init(
        _ sql: String, hazards: [Hazard] = [], isTransactional: Bool = true, needsCommitBefore: Bool = false,
        addedEnumLabel: String? = nil
    ) {
        self.sql = sql
        self.hazards = hazards
        self.isTransactional = isTransactional
        self.needsCommitBefore = needsCommitBefore
        self.addedEnumLabel = addedEnumLabel
    }
}
