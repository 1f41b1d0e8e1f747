import DiffTerms
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
        ]
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
