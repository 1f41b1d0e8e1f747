/// Statements that are run together.
package struct StatementGroup: Sendable, Hashable {
    /// Whether they run in one transaction, or each by itself.
    package let isTransaction: Bool
    /// The statements, in order.
    package let statements: [Statement]

    /// Makes a group.
    package init(isTransaction: Bool, statements: [Statement]) {
        self.isTransaction = isTransaction
        self.statements = statements
    }
}
