import DiffTerms
import SQLText
package import SchemaModel

extension Inheritance: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        guard let bound else {
            return [Statement("ALTER TABLE \(child.qualifiedName) INHERIT \(parent.qualifiedName)")]
        }
        let exists = context.from.objects[child] != nil
        let hazards =
            exists
            ? [Hazard(.fullScanUnderLock, "All rows are checked against the bound."), Hazard(.mayFailOnData)] : []
        return [
            Statement(
                "ALTER TABLE ONLY \(parent.qualifiedName) ATTACH PARTITION \(child.qualifiedName) \(bound)",
                hazards: hazards)
        ]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        guard bound != nil else {
            return [Statement("ALTER TABLE \(child.qualifiedName) NO INHERIT \(parent.qualifiedName)")]
        }
        return [
            Statement(
                "ALTER TABLE \(parent.qualifiedName) DETACH PARTITION \(child.qualifiedName)",
                hazards: [Hazard(.accessExclusiveLock)])
        ] + keptForeignKeys(context)
    }

    /// A partition that leaves keeps the foreign keys of its table, which are its own then. One that comes back merges
    /// them again.
    private func keptForeignKeys(_ context: MigrationContext) -> [Statement] {
        guard context.to.objects[id] == nil, context.to.objects[child] != nil else { return [] }
        let keys = context.from.parts(of: parent).filter { key in
            context.from.object(key, as: Constraint.self)?.kind == .foreignKey && context.to.objects[key] != nil
        }
        return keys.map { key in
            Statement(
                "ALTER TABLE \(child.qualifiedName) DROP CONSTRAINT IF EXISTS \(SQLIdentifier.name(key.name))")
        }
    }

    /// How to get here from another definition.
    package func alteration(from old: Inheritance, _ context: MigrationContext) -> Alteration {
        context.isMadeAnewUnchanged(id) ? .rebuild : .inPlace([])
    }

    /// What changed, in a few words each.
    package func differences(from old: Inheritance) -> [String] {
        bound == old.bound ? [] : ["bound \(old.bound ?? "none") -> \(bound ?? "none")"]
    }
}
