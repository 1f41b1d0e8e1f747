import DiffTerms
import SchemaModel

/// The steps of a migration, and which comes before which.
struct PlannedSteps {
    private let context: MigrationContext
    private let table: DecisionTable
    private let absorption: Absorption
    private let inlineDefaults: Set<ObjectID>
    private var actions: [Action] = []
    /// The step that makes or changes an object.
    private var builders: [ObjectID: Int] = [:]
    /// The step that removes an object.
    private var removers: [ObjectID: Int] = [:]
    private var renamers: [ObjectID: Int] = [:]
    private var savers: [ObjectID: Int] = [:]
    private var restorers: [ObjectID: Int] = [:]

    init(context: MigrationContext, table: DecisionTable, absorption: Absorption) {
        self.context = context
        self.table = table
        self.absorption = absorption
        inlineDefaults = InlineDefaults(context: context, decisions: table.decisions).defaults
    }

    // MARK: - What is done

    /// Makes the steps.
    mutating func collect() {
        let ids = table.decisions.keys.sorted()
        for id in ids { addSteps(for: id) }
    }

    private mutating func addSteps(for id: ObjectID) {
        guard let decision = table.decisions[id] else { return }
        if case .alter(let statements, _) = decision {
            if followMakers(id) == id { builders[id] = add(id, .build, statements) }
            return
        }
        if decision.removes, let old = context.from.migrated(id), absorption.remover(of: id) == nil {
            addRemoval(of: old, isRebuild: decision == .rebuild)
        }
        if decision.creates, let new = context.to.migrated(id), followMakers(id) == id {
            builders[id] = add(id, .build, creation(of: new))
        }
    }

    private mutating func addRemoval(of old: any MigratedObject, isRebuild: Bool) {
        let id = old.id
        if table.swappedTypes.contains(id), isRebuild {
            let temporary = TypeSwap.temporaryName(of: id)
            renamers[id] = add(id, .rename, TypeSwap.renaming(id, to: temporary))
            removers[id] = add(id, .remove, TypeSwap.removal(of: temporary))
            return
        }
        if let old = old as? Table, let new = context.to.objects[id] as? Table, isRebuild,
            !context.isCopiedWithParent(id, table.decisions), let copy = RowCopy(from: old, to: new, context)
        {
            savers[id] = add(id, .save, copy.saving)
            restorers[id] = add(id, .restore, copy.restoring)
            removers[id] = add(id, .remove, old.removal(context).map { Statement($0.sql) })
            return
        }
        removers[id] = add(id, .remove, old.removal(context))
    }

    private func creation(of new: any MigratedObject) -> [Statement] {
        switch new {
        case let column as Column:
            let id = ObjectID(.columnDefault, schema: column.id.schema, parent: column.id.parent, name: column.id.name)
            let statements = column.creation(context)
            guard inlineDefaults.contains(id), let value = context.to.object(id, as: ColumnDefault.self),
                let first = statements.first
            else { return statements }
            var head = first
            head.sql = first.sql.replacing(
                column.declaration, with: column.declaration(default: value.expression), maxReplacements: 1)
            head.hazards.removeAll { $0.kind == .mayFailOnData }
            return [head] + statements.dropFirst()
        case let table as Table:
            return table.creation(context, defaults: inlineDefaults)
        default: return new.creation(context)
        }
    }

    private mutating func add(_ id: ObjectID, _ phase: Action.Phase, _ statements: [Statement]) -> Int {
        actions.append(Action(id: id, phase: phase, statements: statements))
        return actions.count - 1
    }

    private func followMakers(_ id: ObjectID) -> ObjectID {
        var current = id
        while let next = absorption.maker(of: current, default: { inlineDefaults.contains($0) }), next != current {
            current = next
        }
        return current
    }

    private func followRemovers(_ id: ObjectID) -> ObjectID {
        var current = id
        while let next = absorption.remover(of: current), next != current { current = next }
        return current
    }

    /// Whether an object has a step of its own; else it comes and goes with another, which is the one to tell.
    func isOwnChange(_ id: ObjectID) -> Bool {
        let indices = [builders[id], removers[id]].compactMap { $0 }
        return indices.contains { actions[$0].id == id && !actions[$0].statements.isEmpty }
    }

    // MARK: - In which order

    /// The steps in order.
    mutating func ordered() -> [Action] {
        var order = ActionOrder(actions: actions)
        resolveAbsorbed()
        for (id, decision) in table.decisions {
            if let builder = builders[id], context.to.objects[id] != nil { linkBuilder(builder, of: id, &order) }
            if decision.removes, let remover = removers[id] { linkRemover(remover, of: id, &order) }
            if case .alter = decision, let builder = builders[id] { linkAlteration(builder, of: id, &order) }
        }
        linkNames(&order)
        linkRows(&order)
        return order.sorted().map { actions[$0] }
    }

    private mutating func resolveAbsorbed() {
        for (id, decision) in table.decisions {
            if builders[id] == nil, context.to.objects[id] != nil {
                let maker = followMakers(id)
                if maker != id, let builder = builders[maker] { builders[id] = builder }
            }
            if decision.removes, removers[id] == nil {
                let remover = followRemovers(id)
                if remover != id {
                    // A column that becomes an identity column takes its sequence along.
                    if let step = removers[remover] ?? builders[remover] { removers[id] = step }
                }
            }
        }
    }

    /// What is made comes after what it needs.
    private func linkBuilder(_ builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        let isForeignKey = isForeignKey(id)
        for needed in needs(of: id, in: context.to) {
            if let other = builders[needed] { order.put(other, before: builder) }
            // The key of a partitioned table counts once each partition has its part of it.
            if isForeignKey {
                link(builder, behindAttachmentsTo: needed, &order)
            }
        }
        if let remover = removers[id], renamers[id] == nil { order.put(remover, before: builder) }
        if let renamer = renamers[id] { order.put(renamer, before: builder) }
        // What is inherited has its type by then.
        if id.kind == .inheritance, let parent = context.to.object(id, as: Inheritance.self)?.parent {
            for part in context.to.parts(of: parent) where part.kind == .column {
                if case .alter = table.decisions[part], let other = builders[part] { order.put(other, before: builder) }
            }
        }
        // PostgreSQL would take an index for the parent's that looks like it.
        if isApart(id, in: context.to), let relation = context.to.container(of: id) {
            for inheritance in context.to.inheritances(ofTable: relation) {
                if let other = builders[inheritance] { order.put(other, before: builder) }
            }
        }
        // A child has all that it is going to inherit before it inherits it.
        if id.kind == .inheritance, let inheritance = context.to.object(id, as: Inheritance.self) {
            for part in context.to.parts(of: inheritance.child) where part.kind == .constraint {
                guard let other = builders[part], actions[other].id == part,
                    context.to.object(part, as: Constraint.self)?.kind == .check
                else { continue }
                order.put(other, before: builder)
            }
        }
        // What is inherited is changed from the top down, and apart from the parent where it leaves that.
        if id.kind == .column, case .alter = table.decisions[id] {
            for inheritance in context.from.inheritances(of: id) {
                if let leaving = removers[inheritance], leaving != builder { order.put(leaving, before: builder) }
            }
            for parent in context.to.inheritedColumns(of: id) {
                if let other = builders[parent] { order.put(other, before: builder) }
            }
        } else if id.kind == .column, builders[id] == builder {
            // A column that a child declares itself is there before that of the parent joins it. A child that is made with
            // what it inherits comes after all of that.
            let isMadeWithChild = actions[builder].id == context.to.container(of: id)
            for parent in context.to.inheritedColumns(of: id) {
                guard let other = builders[parent] else { continue }
                if actions[builder].id == id {
                    order.put(builder, before: other)
                } else if isMadeWithChild, context.to.object(actions[builder].id, as: Table.self)?.isPartition == false
                {
                    order.put(other, before: builder)
                }
            }
        }
    }

    private func link(_ builder: Int, behindAttachmentsTo index: ObjectID, _ order: inout ActionOrder) {
        for attachment in context.to.attachmentsByParent[index] ?? [] {
            if let other = builders[attachment] { order.put(other, before: builder) }
            guard let child = context.to.object(attachment, as: IndexAttachment.self)?.child else { continue }
            link(builder, behindAttachmentsTo: child, &order)
        }
    }

    /// What is removed goes before what it needed.
    private func linkRemover(_ remover: Int, of id: ObjectID, _ order: inout ActionOrder) {
        for needed in needs(of: id, in: context.from) {
            if let other = removers[needed], other != remover { order.put(remover, before: other) }
            // An old type that goes last may need others that go last.
            if let renamer = renamers[needed], renamers[id] == nil { order.put(remover, before: renamer) }
            linkRemover(remover, beforeDisturbing: needed, &order)
        }
        if id.kind == .column || id.kind == .constraint, actions[remover].id == id {
            for parent in context.from.inheritedParts(of: id) {
                if let other = removers[parent], other != remover, actions[other].id == parent {
                    order.put(other, before: remover)
                }
            }
            // What was inherited can be removed once it is inherited no more, as long as no parent took it along.
            for inheritance in context.from.inheritances(of: id) {
                guard let other = removers[inheritance] else { continue }
                order.put(other, before: remover)
                link(other, beforeRemovalOf: id, from: inheritance, &order)
            }
        }
        // A table that is made anew is not in the way of its parent's columns.
        if id.kind == .column, actions[remover].id != id {
            for parent in context.from.inheritedColumns(of: id) {
                linkRemover(remover, beforeDisturbing: parent, &order)
            }
        }
        if id.kind == .index || id.kind == .constraint, let container = context.from.container(of: id) {
            for inheritance in context.from.inheritances(ofTable: container) {
                if let other = removers[inheritance], other != remover,
                    !context.from.attachmentsByChild[id, default: []].isEmpty
                {
                    order.put(other, before: remover)
                }
            }
        }
    }

    /// A child leaves before what it inherits is removed from its parent, or from where the parent has it.
    private func link(
        _ leaving: Int, beforeRemovalOf id: ObjectID, from inheritance: ObjectID, _ order: inout ActionOrder
    ) {
        guard let parent = context.from.object(inheritance, as: Inheritance.self)?.parent else { return }
        let part = ObjectID(id.kind, schema: parent.schema, parent: parent.name, name: id.name)
        if let remover = removers[part] { order.put(leaving, before: remover) }
        for next in context.from.inheritances(ofTable: parent) {
            link(leaving, beforeRemovalOf: part, from: next, &order)
        }
    }

    /// What gets in the way goes before the change: of the object, and of what it inherits from, which changes it too.
    private func linkRemover(_ remover: Int, beforeDisturbing id: ObjectID, _ order: inout ActionOrder) {
        guard case .alter(_, true) = table.decisions[id], let builder = builders[id] else { return }
        order.put(remover, before: builder)
        guard id.kind == .column else { return }
        for parent in context.from.inheritedColumns(of: id) {
            linkRemover(remover, beforeDisturbing: parent, &order)
        }
    }

    /// What is changed stops to need things before those go.
    private func linkAlteration(_ builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        let needs = needs(of: id, in: context.to)
        for needed in self.needs(of: id, in: context.from) {
            if let other = removers[needed] { order.put(builder, before: other) }
            // Such as a column that is no longer computed from another, which gets another type.
            guard case .alter(_, true) = table.decisions[needed], !needs.contains(needed) else { continue }
            if let other = builders[needed] { order.put(builder, before: other) }
        }
    }

    private func needs(of id: ObjectID, in schema: DatabaseSchema) -> Set<ObjectID> {
        var needed = schema.dependencies[id] ?? []
        if !id.schema.isEmpty { needed.insert(ObjectID(.schema, name: id.schema)) }
        if let container = schema.container(of: id) { needed.insert(container) }
        // Children are attached with all that they have: PostgreSQL then finds their indexes and takes them over.
        if id.kind == .inheritance, let inheritance = schema.object(id, as: Inheritance.self), inheritance.bound != nil
        {
            for part in schema.parts(of: inheritance.child)
            where part.kind == .column || part.kind == .constraint || part.kind == .index {
                if schema.object(part, as: Constraint.self)?.kind != .foreignKey, !isApart(part, in: schema) {
                    needed.insert(part)
                }
            }
        }
        return needed
    }

    private func isForeignKey(_ id: ObjectID) -> Bool {
        context.to.object(id, as: Constraint.self)?.kind == .foreignKey
    }

    /// Whether it is an index that is no part of the parent's.
    private func isApart(_ id: ObjectID, in schema: DatabaseSchema) -> Bool {
        guard id.kind == .index || schema.object(id, as: Constraint.self)?.hasIndex == true else { return false }
        return schema.attachmentsByChild[id] == nil
    }

    /// A name is free once what had it is gone.
    private func linkNames(_ order: inout ActionOrder) {
        var freed: [String: [(Int, ObjectID)]] = [:]
        for (id, decision) in table.decisions {
            guard let old = context.from.objects[id] else { continue }
            let step = renamers[id] ?? (decision.removes ? removers[id] : builders[id])
            guard let step else { continue }
            for name in Namespaces.names(of: old) { freed[name, default: []].append((step, id)) }
        }
        for id in table.decisions.keys {
            guard let new = context.to.objects[id], let builder = builders[id] else { continue }
            for name in Namespaces.names(of: new) {
                for (step, owner) in freed[name] ?? [] where step != builder && owner != id {
                    order.put(step, before: builder)
                }
            }
        }
    }

    /// Rows are saved before anything of their table goes, and come back before anything checks or follows them.
    private func linkRows(_ order: inout ActionOrder) {
        guard !savers.isEmpty else { return }
        for (id, saver) in savers {
            for index in actions.indices where actions[index].phase == .remove {
                // A partition that stays, or becomes a table of its own, takes its rows along.
                if let inheritance = context.from.object(actions[index].id, as: Inheritance.self),
                    inheritance.bound != nil, table.decisions[inheritance.child]?.removes != true
                {
                    order.put(index, before: saver)
                } else {
                    order.put(saver, before: index)
                }
            }
            guard let restorer = restorers[id], let builder = builders[id] else { continue }
            order.put(builder, before: restorer)
            let isPartitioned = context.to.object(id, as: Table.self)?.partitionKey != nil
            for (other, step) in builders where other != id && step != restorer {
                switch other.kind {
                case .inheritance:
                    if context.to.isInTree(other, of: id) { order.put(step, before: restorer) }
                case .constraint, .index, .trigger, .rule, .policy:
                    // A partition has its part of a key before it is attached.
                    let isAttached = isPartitioned && other.kind <= .constraint && !isForeignKey(other)
                    if !isAttached, context.to.container(of: other) == id { order.put(restorer, before: step) }
                case .materializedView:
                    order.put(restorer, before: step)
                default: break
                }
            }
        }
    }
}
