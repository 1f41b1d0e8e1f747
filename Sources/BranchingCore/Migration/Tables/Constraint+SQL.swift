import DiffTerms
import SQLText
package import SchemaModel

extension Constraint: MigratedObject {
    var quotedName: String { SQLIdentifier.name(id.name) }

    /// All that follows the name.
    var clause: String {
        var text = definition
        if isDeferrable { text += " DEFERRABLE" }
        if isInitiallyDeferred { text += " INITIALLY DEFERRED" }
        if !isEnforced { text += " NOT ENFORCED" }
        if !isValidated && isEnforced { text += " NOT VALID" }
        return text
    }

    /// The beginning of ALTER TABLE. A check goes to all children unless it says otherwise; a partitioned table's key
    /// is assembled from those of its partitions.
    var alterTable: String {
        let kind = isOnForeignTable ? "FOREIGN TABLE" : "TABLE"
        let only = hasIndex || (self.kind == .foreignKey && !isOnPartitionedTable) ? " ONLY" : ""
        return "ALTER \(kind)\(only) \(id.qualifiedParent)"
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let isNew = context.from.objects[ObjectID(.table, schema: id.schema, name: id.parent)] == nil
        if context.options.isOnline, !isNew, let statements = onlineCreation(context) { return statements }
        var hazards: [Hazard] = []
        if !isNew {
            if hasIndex {
                hazards = [Hazard(.indexBuild), Hazard(.mayFailOnData), Hazard(.accessExclusiveLock)]
            } else if isValidated && isEnforced {
                hazards = [Hazard(.fullScanUnderLock), Hazard(.mayFailOnData)]
            }
        }
        var statements = [Statement("\(alterTable) ADD CONSTRAINT \(quotedName) \(clause)", hazards: hazards)]
        if kind == .check, !isValidated { statements += childrenValidated(below: id, context) }
        statements += OptionText.changes(from: [], to: indexOptions, of: "ALTER INDEX \(qualifiedIndex)")
        if let indexTablespace {
            statements.append(
                Statement("ALTER INDEX \(qualifiedIndex) SET TABLESPACE \(SQLIdentifier.name(indexTablespace))"))
        }
        return statements
    }

    /// Children get a check that is not valid as it is, and validate it where theirs is.
    private func childrenValidated(below id: ObjectID, _ context: MigrationContext) -> [Statement] {
        guard let table = context.to.container(of: id) else { return [] }
        return (context.to.children[table] ?? []).flatMap { child -> [Statement] in
            let part = id.part(of: child)
            // A partition that is attached later brings its own.
            let isThere = context.from.children[table]?.contains(child) == true || context.from.objects[child] == nil
            guard isThere, let check = context.to.object(part, as: Constraint.self),
                context.from.objects[child] != nil || !check.isOnPartition
            else { return [] }
            let validation = Statement(
                "ALTER TABLE \(part.qualifiedParent) VALIDATE CONSTRAINT \(quotedName)",
                hazards: [Hazard(.fullScanUnderLock), Hazard(.mayFailOnData)])
            return (check.isValidated ? [validation] : []) + childrenValidated(below: part, context)
        }
    }

    private var qualifiedIndex: String { SQLIdentifier.qualified(id.schema, id.name) }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        let kind = isOnForeignTable ? "FOREIGN TABLE" : "TABLE"
        return [
            Statement(
                "ALTER \(kind) \(id.qualifiedParent) DROP CONSTRAINT \(quotedName)",
                hazards: hasIndex ? [Hazard(.indexGap, "Nothing enforces \(id) until it exists again.")] : [])
        ]
    }

    /// How to get here from another definition.
    package func alteration(from old: Constraint, _ context: MigrationContext) -> Alteration {
        guard kind == old.kind, definition == old.definition, isNoInherit == old.isNoInherit else { return .rebuild }
        let isSameTiming = isDeferrable == old.isDeferrable && isInitiallyDeferred == old.isInitiallyDeferred
        guard isSameTiming || kind == .foreignKey else { return .rebuild }
        guard isEnforced == old.isEnforced || (kind == .foreignKey && context.serverVersion >= 180_000) else {
            return .rebuild
        }
        if old.isValidated && !isValidated && isEnforced == old.isEnforced { return .rebuild }
        if isLocal != old.isLocal { return isLocal ? .rebuild : .inPlace([]) }
        var statements: [Statement] = []
        let alter = "ALTER TABLE \(id.qualifiedParent)"
        if !isSameTiming {
            let timing =
                isDeferrable
                ? "DEFERRABLE INITIALLY \(isInitiallyDeferred ? "DEFERRED" : "IMMEDIATE")" : "NOT DEFERRABLE"
            statements.append(Statement("\(alter) ALTER CONSTRAINT \(quotedName) \(timing)"))
        }
        if isEnforced != old.isEnforced {
            statements.append(
                Statement(
                    "\(alter) ALTER CONSTRAINT \(quotedName) \(isEnforced ? "" : "NOT ")ENFORCED",
                    hazards: isEnforced ? [Hazard(.fullScanUnderLock), Hazard(.mayFailOnData)] : []))
        } else if isValidated && !old.isValidated {
            statements.append(
                Statement("\(alter) VALIDATE CONSTRAINT \(quotedName)", hazards: [Hazard(.mayFailOnData)]))
        }
        statements += OptionText.changes(from: old.indexOptions, to: indexOptions, of: "ALTER INDEX \(qualifiedIndex)")
        if indexTablespace != old.indexTablespace {
            let space = indexTablespace.map(SQLIdentifier.name) ?? "pg_default"
            statements.append(
                Statement(
                    "ALTER INDEX \(qualifiedIndex) SET TABLESPACE \(space)", hazards: [Hazard(.accessExclusiveLock)]))
        }
        return .inPlace(statements)
    }

    /// What changed, in a few words each.
    package func differences(from old: Constraint) -> [String] {
        if definition != old.definition { return ["\(old.definition) -> \(definition)"] }
        return old.clause == clause ? ["settings"] : ["\(old.clause) -> \(clause)"]
    }
}
