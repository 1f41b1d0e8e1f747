import DiffTerms

/// Puts statements into transactions: as few as can be.
struct StatementGrouping {
    private var groups: [StatementGroup] = []
    private var open: [Statement] = []
    private var enums = EnumBoundary()

    /// The groups of some statements, in order.
    static func groups(of statements: [Statement]) -> [StatementGroup] {
        var grouping = StatementGrouping()
        for var statement in statements {
            statement.sql = ImplicitArrayCast.removed(from: statement.sql)
            grouping.add(statement)
        }
        grouping.close()
        return grouping.groups
    }

    private mutating func add(_ statement: Statement) {
        if !statement.isTransactional {
            close()
            groups.append(StatementGroup(isTransaction: false, statements: [statement]))
            return
        }
        var statement = statement
        if enums.needsCommit(before: statement) {
            statement.needsCommitBefore = true
            statement.hazards.append(Hazard(.commitBoundary, "It uses a label that was added to an enum above."))
        }
        if statement.needsCommitBefore && !open.isEmpty { close() }
        open.append(statement)
    }

    private mutating func close() {
        if !open.isEmpty { groups.append(StatementGroup(isTransaction: true, statements: open)) }
        open = []
        enums.commit()
    }
}
