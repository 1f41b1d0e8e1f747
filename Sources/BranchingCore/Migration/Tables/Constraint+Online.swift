import DiffTerms
import SchemaModel

/// The forms that hold locks for a short time only (manual: ALTER TABLE, Notes).
extension Constraint {
    /// The statements that add it to a table with rows, if such a form exists.
    func onlineCreation(_ context: MigrationContext) -> [Statement]? {
        guard !isOnForeignTable, !isOnPartitionedTable else { return nil }
        switch kind {
        case .check, .foreignKey:
            guard isValidated, isEnforced else { return nil }
            return [
                Statement("\(alterTable) ADD CONSTRAINT \(quotedName) \(clause) NOT VALID"),
                Statement(
                    "ALTER TABLE \(id.qualifiedParent) VALIDATE CONSTRAINT \(quotedName)",
                    hazards: [Hazard(.mayFailOnData), Hazard(.commitBoundary)], needsCommitBefore: true),
            ]
        case .primaryKey, .unique:
            guard let index = indexDefinition, indexTablespace == nil else { return nil }
            var timing = isDeferrable ? " DEFERRABLE" : ""
            if isInitiallyDeferred { timing += " INITIALLY DEFERRED" }
            return [
                Statement(
                    index,
                    hazards: [
                        Hazard(
                            .indexBuild, "If it fails, it leaves an invalid index: drop it and try again."),
                        Hazard(.mayFailOnData), Hazard(.nonTransactional),
                    ], isTransactional: false),
                Statement(
                    "ALTER TABLE \(id.qualifiedParent) ADD CONSTRAINT \(quotedName) \(kind == .primaryKey ? "PRIMARY KEY" : "UNIQUE") USING INDEX \(quotedName)\(timing)"
                ),
            ]
        case .exclusion: return nil
        }
    }

    /// The statement that makes its index beforehand; nil for what no index can express, such as WITHOUT OVERLAPS.
    private var indexDefinition: String? {
        guard !definition.contains(" WITHOUT OVERLAPS") else { return nil }
        var columns = definition[...]
        var suffix = ""
        for (prefix, clause) in [
            ("PRIMARY KEY ", ""), ("UNIQUE NULLS NOT DISTINCT ", " NULLS NOT DISTINCT"), ("UNIQUE ", ""),
        ] where columns.hasPrefix(prefix) {
            columns = columns.dropFirst(prefix.count)
            suffix = clause
            break
        }
        guard columns.hasPrefix("(") else { return nil }
        let options =
            indexOptions.isEmpty ? "" : " WITH (\(indexOptions.map(OptionText.assignment).joined(separator: ", ")))"
        return
            "CREATE UNIQUE INDEX CONCURRENTLY \(quotedName) ON \(id.qualifiedParent) \(columns)\(suffix)\(options)"
    }
}
