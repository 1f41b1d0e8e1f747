import SQLText

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
