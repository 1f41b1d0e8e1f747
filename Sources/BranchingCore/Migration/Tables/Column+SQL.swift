import DiffTerms
package import SchemaModel

extension Column: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { creation(context, defaults: []) }

    /// - Parameter defaults: The defaults that are written with their columns.
    func creation(_ context: MigrationContext, defaults: Set<ObjectID>) -> [Statement] {
        let alter = "ALTER TABLE \(id.qualifiedParent)"
        let value = inlineDefault(defaults, context)
        var hazards: [Hazard] = []
        if isNotNull && generation == nil && identity == nil && value == nil {
            hazards.append(Hazard(.mayFailOnData, "A NOT NULL column needs a default if the table has rows."))
        }
        if generation == .stored || identity != nil {
            hazards += [Hazard(.tableRewrite), Hazard(.accessExclusiveLock)]
        }
        let hasChildren = context.to.children[table]?.contains { context.from.objects[$0] != nil } == true
        if let identity, hasChildren, context.to.object(table, as: Table.self)?.partitionKey == nil {
            // Children get the column, but are no identity columns.
            var plain = self
            plain.identity = nil
            let sequence = self.alter(
                "ADD GENERATED \(identity.generation) AS IDENTITY\(identity.optionList(type: type))")
            return [Statement("\(alter) ADD COLUMN \(plain.declaration())", hazards: hazards), sequence]
                + attributeStatements(from: nil) + persistence(isUnlogged: context.isUnlogged(table), context)
        }
        return [Statement("\(alter) ADD COLUMN \(declaration(default: value))", hazards: hazards)]
            + (value == nil ? [] : childrenWithoutDefault(of: table, context)) + attributeStatements(from: nil)
            + persistence(isUnlogged: context.isUnlogged(table), context)
    }

    /// Children get the default too, and lose it where they have none.
    private func childrenWithoutDefault(of table: ObjectID, _ context: MigrationContext) -> [Statement] {
        (context.to.children[table] ?? []).filter { context.from.objects[$0] != nil }.flatMap { child -> [Statement] in
            let part = id.part(of: child)
            guard let column = context.to.object(part, as: Column.self) else { return [] }
            let loses = context.to.objects[part.columnDefault] == nil ? [column.alter("DROP DEFAULT")] : []
            return loses + childrenWithoutDefault(of: child, context)
        }
    }

    /// Whether a new child table gets a default with the column that it does not keep.
    func losesInheritedDefault(_ context: MigrationContext) -> Bool {
        inheritanceCount > 0 && generation == nil && context.to.objects[id.columnDefault] == nil
            && context.to.inheritedColumns(of: id).contains { context.to.objects[$0.columnDefault] != nil }
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        let hazards =
            generation == nil ? [Hazard(.deletesData, "The values of \(id) are deleted.")] : [Hazard(.tableRewrite)]
        let only = isRemovedAlone(context) ? "ONLY " : ""
        return [Statement("ALTER TABLE \(only)\(id.qualifiedParent) DROP COLUMN \(quotedName)", hazards: hazards)]
    }

    /// Whether a child keeps the column that it inherits: then only this table loses it, and it becomes the child's own
    /// (manual: ALTER TABLE, DROP COLUMN).
    func isRemovedAlone(_ context: MigrationContext) -> Bool {
        context.to.objects[id] == nil
            && (context.from.children[table] ?? []).contains { child in
                context.to.objects[id.part(of: child)] != nil
            }
    }

    /// How to get here from another definition.
    package func alteration(from old: Column, _ context: MigrationContext) -> Alteration {
        if isForeign != old.isForeign || mustBeMadeAnew(from: old, context) { return .rebuild }
        var statements: [Statement] = []
        let retypes = type != old.type || collation != old.collation
        statements += expressionRemoval(from: old, context)
        if let before = old.identity, identity == nil {
            if context.isFilledBySequence(id) { statements.append(SequencePosition.kept(of: before, of: id)) }
            statements.append(alter("DROP IDENTITY", only: !isOfPartitionedTable(context)))
        }
        if isIdentityNarrowed(from: old) { statements += narrowIdentity(from: old, context) }
        if retypes && !context.isRetypedWithParent(id) { statements.append(retype(from: old, context)) }
        if generation != nil, expression != old.expression, let expression {
            statements.append(
                alter(
                    "SET EXPRESSION AS (\(expression))", hazards: generation == .stored ? [Hazard(.tableRewrite)] : []))
        }
        statements += notNullStatements(from: old, context)
        statements += identityStatements(from: old, context)
        statements += attributeStatements(from: retypes ? old.afterRetyping : old)
        return retypes || expression != old.expression ? .disturbing(statements) : .inPlace(statements)
    }

    /// It goes with a parent's, and takes those of children along.
    private func expressionRemoval(from old: Column, _ context: MigrationContext) -> [Statement] {
        guard old.generation != nil, generation == nil else { return [] }
        let goesWithParent = context.from.inheritedColumns(of: id).contains { parent in
            context.from.object(parent, as: Column.self)?.generation != nil
                && context.to.object(parent, as: Column.self).map { $0.generation == nil } == true
        }
        return goesWithParent ? [] : [alter("DROP EXPRESSION", only: false)]
    }

    /// Whether it can only be removed and added again: its values are recomputed.
    private func mustBeMadeAnew(from old: Column, _ context: MigrationContext) -> Bool {
        if generation != old.generation { return !(generation == nil && old.generation == .stored) }
        guard generation != nil else { return false }
        if expression != old.expression {
            if context.serverVersion < 170_000 { return true }
            // PostgreSQL 18 refuses to change it if the table has checks; nothing stored would be lost.
            if generation == .virtual && context.hasChecks(table) { return true }
        }
        return generation == .virtual && (type != old.type || collation != old.collation)
    }

    /// The statements that change a column to another version of its type, and whatever else changed.
    package func swapped(from old: Column, throughText: Bool = true, _ context: MigrationContext) -> [Statement] {
        var statements = expressionRemoval(from: old, context)
        if !context.isRetypedWithParent(id) {
            var statement = retype(from: old, throughText: throughText, context)
            if throughText, !isForeign, let conversion = compositeConversion(context) {
                statement.sql = alter("TYPE \(type) USING \(conversion)", only: false).sql
            }
            statements.append(statement)
        }
        statements += notNullStatements(from: old, context)
        return statements + attributeStatements(from: old.afterRetyping)
    }

    /// The expression for a value of an earlier version of a composite type; nil if the column itself has no such type.
    private func compositeConversion(_ context: MigrationContext) -> String? {
        for case let type as CompositeType in (context.to.dependencies[id] ?? []).compactMap({ context.to.objects[$0] })
        where type.id.qualifiedName == self.type {
            guard let before = context.from.object(type.id, as: CompositeType.self) else { continue }
            return type.conversion(of: quotedName, from: before)
        }
        return nil
    }

    /// The statement that changes the type.
    ///
    /// - Parameter throughText: Whether values go through their text, as between two versions of an enum.
    package func retype(from old: Column, throughText: Bool = false, _ context: MigrationContext) -> Statement {
        var text = "TYPE \(type)"
        if let collation { text += " COLLATE \(collation)" }
        // A foreign table has no rows here (manual: ALTER FOREIGN TABLE).
        if isForeign { return alter(text, only: false) }
        let throughText = throughText || hasNoCast(old.type, context)
        let needsUsing = throughText || (type != old.type && generation == nil)
        if needsUsing { text += " USING \(quotedName)\(throughText ? "::text" : "")::\(type)" }
        return alter(
            text,
            hazards: [
                Hazard(.tableRewrite, "\(id.parent) is rewritten unless both types are stored alike."),
                Hazard(.accessExclusiveLock), Hazard(.mayFailOnData),
            ], only: false)
    }

    /// Whether PostgreSQL refuses to cast values of the old type.
    private func hasNoCast(_ old: String, _ context: MigrationContext) -> Bool {
        let (from, to) = (context.from.baseType(of: old), context.to.baseType(of: type))
        if from == to || ExplicitCast.isText(from) || ExplicitCast.isText(to) { return false }
        return context.from.isRowOrEnum(from) || context.to.isRowOrEnum(to) || !ExplicitCast.exists(from: from, to: to)
    }

    /// What is left of a column's settings after its type changes: PostgreSQL resets the storage to that of the type,
    /// and the compression.
    var afterRetyping: Column {
        var column = self
        column.storage = nil
        column.compression = nil
        return column
    }

    func alter(_ text: String, hazards: [Hazard] = [], only: Bool = true) -> Statement {
        let table = isForeign ? "FOREIGN TABLE" : "TABLE"
        return Statement(
            "ALTER \(table)\(only ? " ONLY" : "") \(id.qualifiedParent) ALTER COLUMN \(quotedName) \(text)",
            hazards: hazards)
    }

    /// What changed, in a few words each.
    package func differences(from old: Column) -> [String] {
        var notes = DifferenceNotes()
        notes.note("type", old.type, type)
        notes.note("collation", old.collation, collation)
        notes.note("not null", old.isNotNull, isNotNull)
        notes.note("not null constraint", old.notNullName, notNullName)
        notes.note("generated", old.generation?.rawValue, generation?.rawValue)
        notes.note("expression", old.expression, expression)
        notes.note("identity", old.identity?.generation, identity?.generation)
        if old.identity?.sequence != identity?.sequence && old.identity != nil && identity != nil {
            notes.add("identity sequence")
        }
        notes.note("storage", old.storage, storage)
        notes.note("compression", old.compression, compression)
        notes.note("statistics target", old.statisticsTarget.map { "\($0)" }, statisticsTarget.map { "\($0)" })
        notes.note("options", old.options.joined(separator: ", "), options.joined(separator: ", "))
        for option in ForeignOptions.differences(from: old.foreignOptions, to: foreignOptions) { notes.add(option) }
        notes.note("local", old.isLocal, isLocal)
        return notes.texts
    }
}
