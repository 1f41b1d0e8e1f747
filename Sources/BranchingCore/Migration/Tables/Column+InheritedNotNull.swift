import DiffTerms
import SQLText
import SchemaModel

/// NOT NULL of children and partitions, which their parents hand down.
extension Column {
    /// Children that already refuse NULL get their constraint's new name before they inherit it; later is too late.
    func childrenWithNotNull(_ context: MigrationContext) -> [Statement] {
        (context.to.children[table] ?? []).flatMap { child -> [Statement] in
            let id = id.part(of: child)
            guard let old = context.from.object(id, as: Column.self), let new = context.to.object(id, as: Column.self),
                old.isNotNull, new.isNotNull, context.isRequiredWithParent(id)
            else { return [] }
            return new.notNullRenaming(from: old)
        }
    }

    /// Children that still refuse NULL then have their own constraint, under the name of the parent's.
    func childrenKeepingNotNull(_ context: MigrationContext) -> [Statement] {
        (context.from.children[table] ?? []).flatMap { child -> [Statement] in
            let id = id.part(of: child)
            guard var old = context.from.object(id, as: Column.self), let new = context.to.object(id, as: Column.self),
                let name = old.inheritedNotNullName, new.isNotNull, !new.isNotNullInherited
            else { return [] }
            old.notNullName = name
            return new.notNullRenaming(from: old)
        }
    }

    /// Partitions lose NOT NULL with their table, and get it again where they have it.
    func partitionsKeepingNotNull(of table: ObjectID, _ context: MigrationContext) -> [Statement] {
        guard isOfPartitionedTable(context) else { return [] }
        return (context.to.children[table] ?? []).flatMap { child -> [Statement] in
            let part = id.part(of: child)
            guard context.from.children[table]?.contains(child) == true,
                let column = context.to.object(part, as: Column.self), column.isNotNull
            else { return [] }
            let hazards = [Hazard(.fullScanUnderLock), Hazard(.accessExclusiveLock)]
            if context.serverVersion < 180_000 { return [column.alter("SET NOT NULL", hazards: hazards, only: false)] }
            let name = SQLIdentifier.name(column.notNullName ?? column.automaticNotNullName)
            return [
                Statement(
                    "ALTER TABLE \(part.qualifiedParent) ADD CONSTRAINT \(name) NOT NULL \(column.quotedName)",
                    hazards: hazards)
            ]
        }
    }

    /// Whether the partitioned table's column stops refusing NULL, which sees to this one too.
    func losesNotNullWithParent(_ context: MigrationContext) -> Bool {
        isNotNull
            && context.from.inheritedColumns(of: id).contains { parent in
                guard let before = context.from.object(parent, as: Column.self),
                    let after = context.to.object(parent, as: Column.self)
                else { return false }
                return before.isNotNull && !after.isNotNull && after.isOfPartitionedTable(context)
                    && context.to.inheritedColumns(of: id).contains(parent)
            }
    }

    /// Children that are to have the constraint from here alone give up their own first: else they keep it.
    func childrenGivingUpNotNull(_ context: MigrationContext) -> [Statement] {
        (context.to.children[table] ?? []).compactMap { child -> Statement? in
            let part = id.part(of: child)
            guard let old = context.from.object(part, as: Column.self),
                let new = context.to.object(part, as: Column.self),
                old.isNotNull, !old.isNotNullInherited, new.isNotNullInherited
            else { return nil }
            return old.alter("DROP NOT NULL")
        }
    }

    /// How a child gets a constraint of its own in place of the parent's, or the other way: an inherited one cannot be
    /// renamed, so the parent's goes meanwhile (PostgreSQL 18).
    ///
    /// - Returns: nil where nothing of that sort happens.
    func notNullPassedOn(from old: Column, _ context: MigrationContext) -> [Statement]? {
        guard isNotNullInherited != old.isNotNullInherited else { return nil }
        guard let source = handedDownNotNull(context) else {
            // The parent starts to hand it down, and sees to its children.
            return isNotNullInherited ? [] : nil
        }
        let table = "ALTER TABLE \(source.id.qualifiedParent)"
        let hazards = [Hazard(.fullScanUnderLock), Hazard(.accessExclusiveLock)]
        func addition(to column: Column) -> Statement {
            let name = SQLIdentifier.name(column.notNullName ?? column.automaticNotNullName)
            return Statement(
                "ALTER TABLE \(column.id.qualifiedParent) ADD CONSTRAINT \(name) NOT NULL \(column.quotedName)",
                hazards: hazards)
        }
        return [
            Statement("\(table) ALTER COLUMN \(quotedName) DROP NOT NULL"),
            isNotNullInherited ? alter("DROP NOT NULL", only: false) : addition(to: self), addition(to: source),
        ]
    }

    /// The column that this one's NOT NULL comes from, before and after.
    private func handedDownNotNull(_ context: MigrationContext) -> Column? {
        for parent in context.to.inheritedColumns(of: id) {
            guard let old = context.from.object(parent, as: Column.self),
                let new = context.to.object(parent, as: Column.self), old.isNotNull, new.isNotNull,
                !old.isNotNullNoInherit, !new.isNotNullNoInherit
            else { continue }
            return new.isNotNullInherited ? new.handedDownNotNull(context) : new
        }
        return nil
    }
}
