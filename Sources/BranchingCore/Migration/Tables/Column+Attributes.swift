import DiffTerms
import SQLText
import SchemaModel

extension Column {
    /// The statements for what CREATE TABLE leaves out: storage, compression, statistics target, options.
    func attributeStatements(from old: Column?) -> [Statement] {
        var statements: [Statement] = []
        if old == nil, isNotNull, !isNotNullValid, let notNullName {
            statements.append(
                Statement(
                    "ALTER TABLE \(id.qualifiedParent) ADD CONSTRAINT \(SQLIdentifier.name(notNullName)) NOT NULL \(quotedName) NOT VALID"
                ))
        }
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

    /// The statements that change whether it refuses NULL.
    func notNullStatements(from old: Column, _ context: MigrationContext) -> [Statement] {
        let hazards = [
            Hazard(.mayFailOnData, "It fails if a row holds NULL."), Hazard(.fullScanUnderLock),
            Hazard(.accessExclusiveLock),
        ]
        guard context.serverVersion >= 180_000 else {
            if isNotNull == old.isNotNull { return [] }
            if isNotNull, context.options.isOnline, !isForeign { return onlineNotNull }
            return [
                alter(
                    isNotNull ? "SET NOT NULL" : "DROP NOT NULL", hazards: isNotNull ? hazards : [],
                    only: !isOfPartitionedTable(context))
            ]
        }
        if !isNotNull {
            guard old.isNotNull else { return [] }
            return [alter("DROP NOT NULL", only: !isOfPartitionedTable(context))] + childrenKeepingNotNull(context)
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
        var statements = context.isRequiredWithParent(id) ? [] : notNullRenaming(from: old)
        if isNotNullNoInherit != old.isNotNullNoInherit {
            statements.append(
                Statement("\(table) ALTER CONSTRAINT \(defaultName) \(isNotNullNoInherit ? "NO INHERIT" : "INHERIT")"))
        }
        if isNotNullValid && !old.isNotNullValid {
            statements.append(
                Statement("\(table) VALIDATE CONSTRAINT \(defaultName)", hazards: [Hazard(.mayFailOnData)]))
        }
        return statements
    }

    private func notNullRenaming(from old: Column) -> [Statement] {
        let before = SQLIdentifier.name(old.notNullName ?? automaticNotNullName)
        let after = SQLIdentifier.name(notNullName ?? automaticNotNullName)
        if before == after { return [] }
        return [Statement("ALTER TABLE \(id.qualifiedParent) RENAME CONSTRAINT \(before) TO \(after)")]
    }

    /// Children that already refuse NULL get their constraint's new name before they inherit it; later is too late.
    private func childrenWithNotNull(_ context: MigrationContext) -> [Statement] {
        (context.to.children[table] ?? []).flatMap { child -> [Statement] in
            let id = id.part(of: child)
            guard let old = context.from.object(id, as: Column.self), let new = context.to.object(id, as: Column.self),
                old.isNotNull, new.isNotNull, context.isRequiredWithParent(id)
            else { return [] }
            return new.notNullRenaming(from: old)
        }
    }

    /// Children that still refuse NULL then have their own constraint, under the name of the parent's.
    private func childrenKeepingNotNull(_ context: MigrationContext) -> [Statement] {
        (context.from.children[table] ?? []).flatMap { child -> [Statement] in
            let id = id.part(of: child)
            guard var old = context.from.object(id, as: Column.self), let new = context.to.object(id, as: Column.self),
                let name = old.inheritedNotNullName, new.isNotNull, !new.isNotNullInherited
            else { return [] }
            old.notNullName = name
            return new.notNullRenaming(from: old)
        }
    }

    /// Partitions have what the partitioned table has; other children each say so themselves.
    private func isOfPartitionedTable(_ context: MigrationContext) -> Bool {
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

    /// The statements that change the identity.
    func identityStatements(from old: Column, _ context: MigrationContext) -> [Statement] {
        guard let identity else { return [] }
        guard let before = old.identity else {
            let list = identity.optionList(type: type)
            let statement = alter("ADD GENERATED \(identity.generation) AS IDENTITY\(list)")
            return SequencePosition.carried(over: statement, to: identity, of: self, context)
        }
        var clauses: [String] = []
        if identity.generation != before.generation { clauses.append("SET GENERATED \(identity.generation)") }
        // Its type goes with that of the column, and its limits with the type.
        clauses += identity.sequence.clauses(from: before.sequence.retyped(to: identity.sequence.type)).map {
            "SET \($0)"
        }
        var statements: [Statement] = []
        if !clauses.isEmpty {
            statements = SequencePosition.limited(
                before.sequenceName, from: before.sequence.retyped(to: identity.sequence.type), to: identity.sequence)
            statements.append(alter(clauses.joined(separator: " ")))
        }
        if identity.sequenceName != before.sequenceName {
            let name = identity.sequenceName.split(separator: ".").last.map(String.init) ?? identity.sequenceName
            statements.append(Statement("ALTER SEQUENCE \(before.sequenceName) RENAME TO \(name)"))
        }
        return statements
    }
}
