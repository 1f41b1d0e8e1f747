import SQLText
package import SchemaModel

extension EnumType: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let list = labels.map { "    \(literal($0))" }.joined(separator: ",\n")
        return [Statement("CREATE TYPE \(id.qualifiedName) AS ENUM (\(list.isEmpty ? "" : "\n\(list)\n"))")]
    }

    /// PostgreSQL can only add labels; a label that is gone or has another place needs another type.
    package func alteration(from old: EnumType, _ context: MigrationContext) -> Alteration {
        let added = Set(addedLabels(from: old))
        guard labels.filter({ !added.contains($0) }) == old.labels else { return .rebuild }
        var statements: [Statement] = []
        var remaining = old.labels[...]
        for label in labels {
            if label == remaining.first, !added.contains(label) {
                remaining.removeFirst()
                continue
            }
            // Before an old label: one added in the same transaction cannot be referred to.
            let place = remaining.first.map { " BEFORE \(literal($0))" } ?? ""
            statements.append(
                Statement(
                    "ALTER TYPE \(id.qualifiedName) ADD VALUE \(literal(label))\(place)", addedEnumLabel: label))
        }
        return .inPlace(statements)
    }

    private func literal(_ label: String) -> String { String(SQLIdentifier.literal(label).drop { $0 == " " }) }

    /// What changed, in a few words each.
    package func differences(from old: EnumType) -> [String] {
        let added = addedLabels(from: old)
        let removed = old.addedLabels(from: self)
        var changes = added.map { "label \(literal($0)) added" } + removed.map { "label \(literal($0)) removed" }
        if labels.filter({ !added.contains($0) }) != old.labels.filter({ !removed.contains($0) }) {
            changes.append("order of labels")
        }
        return changes
    }
}
