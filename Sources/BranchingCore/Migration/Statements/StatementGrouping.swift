import DiffTerms
import SQLText

/// Puts statements into transactions: as few as can be.
struct StatementGrouping {
    private var groups: [StatementGroup] = []
    private var open: [Statement] = []
    private var enums = EnumBoundary()

    /// The groups of some statements, in order.
    static func groups(of statements: [Statement]) -> [StatementGroup] {
        var grouping = StatementGrouping()
        for var statement in statements {
            statement.sql = RoundTripText.restored(statement.sql)
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

/// Finds where a label that was added to an enum is used: PostgreSQL wants it committed before (error 55P04).
struct EnumBoundary {
    /// The labels that were added and are not committed yet, as literals hold them.
    private var labels: [String] = []

    /// Says whether everything before a statement must be committed first.
    mutating func needsCommit(before statement: Statement) -> Bool {
        if let label = statement.addedEnumLabel {
            labels.append(SQLIdentifier.escaped(label))
            return false
        }
        // Also within a longer text: an array of labels is one literal.
        guard labels.contains(where: { statement.sql.contains($0) }) else { return false }
        labels = []
        return true
    }

    /// What was done so far is committed.
    mutating func commit() { labels = [] }
}
