import DiffTerms
import SQLText
import SchemaModel

extension Column {
    /// The statements for what CREATE TABLE leaves out: storage, compression, statistics target, options.
    func attributeStatements(from old: Column?) -> [Statement] {
        var statements: [Statement] = []
        if old == nil, isNotNull, !isNotNullValid { statements.append(unvalidatedNotNull) }
        if storage != old?.storage { statements.append(alter("SET STORAGE \(storage ?? typeStorage)")) }
        if compression != old?.compression {
            statements.append(alter("SET COMPRESSION \(compression ?? "DEFAULT")"))
        }
        if statisticsTarget != old?.statisticsTarget {
            statements.append(alter("SET STATISTICS \(statisticsTarget ?? -1)"))
        }
        let table = isForeign ? "FOREIGN TABLE" : "TABLE"
        let name = "ALTER \(table) ONLY \(id.qualifiedParent) ALTER COLUMN \(quotedName)"
        statements += OptionText.changes(from: old?.options ?? [], to: options, of: name)
        if let old {
            statements += ForeignOptions.changes(
                from: old.foreignOptions, to: foreignOptions,
                of: "ALTER FOREIGN TABLE \(id.qualifiedParent) ALTER COLUMN \(quotedName)")
        }
        return statements
    }

    /// The statement that makes it refuse NULL from now on, whatever its rows hold (PostgreSQL 18).
    private var unvalidatedNotNull: Statement {
        let name = SQLIdentifier.name(notNullName ?? automaticNotNullName)
        return Statement(
            "ALTER TABLE \(id.qualifiedParent) ADD CONSTRAINT \(name) NOT NULL \(quotedName)\(isNotNullNoInherit ? " NO INHERIT" : "") NOT VALID"
        )
    }

    /// The statements that change whether it refuses NULL.
    func notNullStatements(from old: Column, _ context: MigrationContext) -> [Statement] {
        let hazards = [
            Hazard(.mayFailOnData, "It fails if a row holds NULL."), Hazard(.fullScanUnderLock),
            Hazard(.accessExclusiveLock),
        ]
        guard context.serverVersion >= 180_000 else {
            if isNotNull == old.isNotNull { return [] }
            if !isNotNull {
                return [alter("DROP NOT NULL", only: !isOfPartitionedTable(context))]
                    + partitionsKeepingNotNull(of: table, context)
            }
            if isNotNull, context.options.isOnline, !isForeign { return onlineNotNull }
            return [alter("SET NOT NULL", hazards: hazards, only: !isOfPartitionedTable(context))]
        }
        if !isNotNull {
            guard old.isNotNull else { return [] }
            return [alter("DROP NOT NULL", only: !isOfPartitionedTable(context))] + childrenKeepingNotNull(context)
                + partitionsKeepingNotNull(of: table, context)
        }
        if losesNotNullWithParent(context) { return [] }
        if old.isNotNull, old.isNotNullValid, !isNotNullValid {
            return [alter("DROP NOT NULL", only: !isOfPartitionedTable(context)), unvalidatedNotNull]
        }
        let table = "ALTER TABLE \(id.qualifiedParent)"
        let defaultName = SQLIdentifier.name(notNullName ?? automaticNotNullName)
        if !old.isNotNull && context.isRequiredWithParent(id) { return [] }
        if !old.isNotNull {
            let valid = isNotNullValid && !context.options.isOnline ? "" : " NOT VALID"
            let validation =
                isNotNullValid && context.options.isOnline
                ? [
                    Statement(
                        "\(table) VALIDATE CONSTRAINT \(defaultName)",
                        hazards: [Hazard(.mayFailOnData), Hazard(.commitBoundary)], needsCommitBefore: true)
                ] : []
            let inherit = isNotNullNoInherit ? " NO INHERIT" : ""
            let renaming = isNotNullNoInherit ? [] : childrenWithNotNull(context)
            return renaming + [
                Statement(
                    "\(table) ADD CONSTRAINT \(defaultName) NOT NULL \(quotedName)\(inherit)\(valid)",
                    hazards: valid.isEmpty ? hazards : [Hazard(.accessExclusiveLock)])
            ] + validation
        }
        if let statements = notNullPassedOn(from: old, context) { return statements }
        var statements = context.isRequiredWithParent(id) ? [] : notNullRenaming(from: old)
        if isNotNullNoInherit != old.isNotNullNoInherit {
            if !isNotNullNoInherit { statements += childrenGivingUpNotNull(context) }
            statements.append(
                Statement("\(table) ALTER CONSTRAINT \(defaultName) \(isNotNullNoInherit ? "NO INHERIT" : "INHERIT")"))
        }
        if isNotNullValid && !old.isNotNullValid {
            statements.append(
                Statement("\(table) VALIDATE CONSTRAINT \(defaultName)", hazards: [Hazard(.mayFailOnData)]))
        }
        return statements
    }

    func notNullRenaming(from old: Column) -> [Statement] {
        // A constraint that is inherited throughout has its parent's name.
        if old.isNotNullInherited && isNotNullInherited { return [] }
        let before = SQLIdentifier.name(old.notNullName ?? old.inheritedNotNullName ?? automaticNotNullName)
        let after = SQLIdentifier.name(notNullName ?? automaticNotNullName)
        if before == after { return [] }
        return [Statement("ALTER TABLE \(id.qualifiedParent) RENAME CONSTRAINT \(before) TO \(after)")]
    }

    /// Partitions have what the partitioned table has; other children each say so themselves.
    func isOfPartitionedTable(_ context: MigrationContext) -> Bool {
        context.to.object(table, as: Table.self)?.partitionKey != nil
    }

    /// NOT NULL through a check that is validated beforehand: SET NOT NULL then reads no rows (manual: ALTER TABLE).
    private var onlineNotNull: [Statement] {
        let table = "ALTER TABLE \(id.qualifiedParent)"
        let check = SQLIdentifier.name(AutomaticName.make(id.parent, id.name, "ayb_not_null"))
        return [
            Statement("\(table) ADD CONSTRAINT \(check) CHECK (\(quotedName) IS NOT NULL) NOT VALID"),
            Statement(
                "\(table) VALIDATE CONSTRAINT \(check)", hazards: [Hazard(.mayFailOnData), Hazard(.commitBoundary)],
                needsCommitBefore: true),
            Statement("\(table) ALTER COLUMN \(quotedName) SET NOT NULL", needsCommitBefore: true),
            Statement("\(table) DROP CONSTRAINT \(check)"),
        ]
    }
}
