/// Statements that are run together.
public struct StatementGroup: Sendable, Hashable {
    /// Whether they run in one transaction; else each by itself.
    public let isTransaction: Bool
    /// The statements, in order.
    public let statements: [Statement]

    /// Makes a group.
    public init(isTransaction: Bool, statements: [Statement]) {
        self.isTransaction = isTransaction
        self.statements = statements
    }
}
