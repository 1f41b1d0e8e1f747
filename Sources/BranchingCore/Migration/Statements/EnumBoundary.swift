/// Finds the places where a label that was added to an enum is used: PostgreSQL wants it committed before (error 55P04).
struct EnumBoundary {
    /// The labels that were added and are not committed yet.
    private var labels: [String] = []

    /// Looks at a statement, and says whether what is before it has to be committed first.
    mutating func needsCommit(before statement: Statement) -> Bool {
        if let label = Self.addedLabel(statement.sql) {
            labels.append(label)
            return false
        }
        guard labels.contains(where: { statement.sql.contains($0) }) else { return false }
        labels = []
        return true
    }

    /// What was done so far is committed.
    mutating func commit() { labels = [] }

    /// The label of `ALTER TYPE … ADD VALUE 'label'`, as it stands in the text.
    private static func addedLabel(_ sql: String) -> String? {
        guard sql.hasPrefix("ALTER TYPE "), let range = sql.firstRange(of: " ADD VALUE ") else { return nil }
        let rest = sql[range.upperBound...]
        guard let open = rest.firstIndex(of: "'") else { return nil }
        var index = rest.index(after: open)
        while index < rest.endIndex {
            if rest[index] == "'" {
                let next = rest.index(after: index)
                guard next < rest.endIndex, rest[next] == "'" else { break }
                index = next
            }
            index = rest.index(after: index)
        }
        return String(rest[rest.index(after: open)..<index])
    }
}
