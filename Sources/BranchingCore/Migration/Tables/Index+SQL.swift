import DiffTerms
import SQLText
package import SchemaModel

extension Index: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let isNew = context.from.objects[relation] == nil
        let isConcurrent = context.options.isOnline && !isNew && !isPartitioned
        var hazards =
            isNew || isPartitioned
            ? []
            : [Hazard(.indexBuild, "Nobody can write to \(relation) until it is built.")]
                + (isUnique ? [Hazard(.mayFailOnData)] : [])
        if isConcurrent { hazards = concurrentHazards }
        var statements = [
            Statement(
                isConcurrent ? concurrentDefinition : definition, hazards: hazards, isTransactional: !isConcurrent)
        ]
        let name = "ALTER INDEX \(id.qualifiedName)"
        statements += OptionText.changes(from: [], to: options, of: name)
        if let tablespace { statements.append(Statement("\(name) SET TABLESPACE \(SQLIdentifier.name(tablespace))")) }
        return statements + statisticsStatements(from: [:])
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        guard context.options.isOnline, !isPartitioned, parent == nil else {
            return [Statement("DROP INDEX \(id.qualifiedName)", hazards: [Hazard(.accessExclusiveLock)])]
        }
        return [
            Statement(
                "DROP INDEX CONCURRENTLY \(id.qualifiedName)", hazards: [Hazard(.nonTransactional)],
                isTransactional: false)
        ]
    }

    private var concurrentHazards: [Hazard] {
        [
            Hazard(.indexBuild, "If it fails, it leaves an invalid index: drop it and try again."),
            Hazard(.nonTransactional),
        ] + (isUnique ? [Hazard(.mayFailOnData)] : [])
    }

    private var concurrentDefinition: String {
        definition.replacing(" INDEX ", with: " INDEX CONCURRENTLY ", maxReplacements: 1)
    }

    /// How to get here from another definition.
    package func alteration(from old: Index, _ context: MigrationContext) -> Alteration {
        guard definition == old.definition, relation == old.relation, parent == old.parent || old.parent == nil else {
            return .rebuild
        }
        if isValid && !old.isValid && !isPartitioned { return .rebuild }
        let name = "ALTER INDEX \(id.qualifiedName)"
        var statements = OptionText.changes(from: old.options, to: options, of: name)
        if tablespace != old.tablespace {
            statements.append(
                Statement(
                    "\(name) SET TABLESPACE \(tablespace.map(SQLIdentifier.name) ?? "pg_default")",
                    hazards: [Hazard(.accessExclusiveLock)]))
        }
        return .inPlace(statements + statisticsStatements(from: old.statisticsTargets))
    }

    private func statisticsStatements(from old: [Int: Int]) -> [Statement] {
        Set(old.keys).union(statisticsTargets.keys).sorted().compactMap { column in
            guard old[column] != statisticsTargets[column] else { return nil }
            return Statement(
                "ALTER INDEX \(id.qualifiedName) ALTER COLUMN \(column) SET STATISTICS \(statisticsTargets[column] ?? -1)"
            )
        }
    }

    /// What changed, in a few words each.
    package func differences(from old: Index) -> [String] {
        if definition != old.definition { return ["\(old.definition) -> \(definition)"] }
        return ["settings"]
    }
}
