import SchemaModel

/// What tables hand down to those that inherit from them.
struct InheritanceOrder {
    let planned: PlannedSteps

    private var context: MigrationContext { planned.context }

    func link(_ order: inout ActionOrder) {
        for (id, decision) in planned.table.decisions {
            let steps = planned[id]
            if let builder = steps.build, context.to.objects[id] != nil { link(builder: builder, of: id, &order) }
            if decision.removes, let remover = steps.remove { link(remover: remover, of: id, &order) }
        }
    }

    private func link(builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        switch id.kind {
        case .inheritance: link(attachment: builder, of: id, &order)
        case .column: link(column: builder, of: id, &order)
        case .index, .constraint: link(index: builder, of: id, &order)
        default: break
        }
    }

    /// A table inherits once parent and child have what is handed down.
    private func link(attachment builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        guard let inheritance = context.to.object(id, as: Inheritance.self) else { return }
        // Inherited columns have their types by then.
        for part in context.to.parts(of: inheritance.parent) where part.kind == .column {
            if case .alter = planned.table.decisions[part], let other = planned[part].build {
                order.put(other, before: builder)
            }
        }
        // A child has everything that it will inherit, as it will be, before it inherits.
        for part in context.to.parts(of: inheritance.child) {
            guard let other = planned[part].build, planned.isOwn(other, of: part),
                part.kind == .column || context.to.object(part, as: Constraint.self)?.kind == .check
            else { continue }
            order.put(other, before: builder)
        }
        // Another parent's check may be what the child has.
        for part in context.to.parts(of: inheritance.child)
        where context.to.object(part, as: Constraint.self)?.kind == .check {
            for parent in context.to.inheritedParts(of: part) where parent.parent != inheritance.parent.name {
                if let other = planned[parent].build { order.put(other, before: builder) }
            }
        }
    }

    /// PostgreSQL would take an index that looks the same for the parent's.
    private func link(index builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        linkPartitions(without: id, before: builder, &order)
        guard context.to.isIndexApart(id) else { return }
        for inheritance in context.to.inheritances(of: id) {
            if let other = planned[inheritance].build { order.put(other, before: builder) }
        }
    }

    /// A partition that is attached gets an index for each that its parent has. One that is to have none comes before.
    private func linkPartitions(without index: ObjectID, before builder: Int, _ order: inout ActionOrder) {
        guard context.to.object(index, as: Index.self)?.isPartitioned == true,
            let table = context.to.container(of: index)
        else { return }
        let attached = (context.to.attachmentsByParent[index] ?? []).compactMap {
            context.to.object($0, as: IndexAttachment.self).flatMap { context.to.container(of: $0.child) }
        }
        for child in context.to.children[table] ?? [] where !attached.contains(child) {
            for inheritance in context.to.inheritances(ofTable: child) {
                if let other = planned[inheritance].build { order.put(other, before: builder) }
            }
        }
    }

    private func link(column builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        if case .alter = planned.table.decisions[id] {
            // Inherited columns change from the top down, or, if the table leaves the parent, after that.
            for inheritance in context.from.inheritances(of: id) {
                if let leaving = planned[inheritance].remove { order.put(leaving, before: builder) }
            }
            for parent in context.to.inheritedColumns(of: id) {
                if let other = planned[parent].build { order.put(other, before: builder) }
            }
            return
        }
        // A column that a child declares itself exists before the parent's joins it. A child that is made with what it
        // inherits comes after all of that.
        let maker = planned.actions[builder].id
        let isMadeWithChild =
            maker == context.to.container(of: id) && context.to.object(maker, as: Table.self)?.isPartition == false
        for parent in context.to.inheritedColumns(of: id) {
            guard let other = planned[parent].build else { continue }
            if maker == id {
                order.put(builder, before: other)
            } else if isMadeWithChild {
                order.put(other, before: builder)
            }
        }
    }

    private func link(remover: Int, of id: ObjectID, _ order: inout ActionOrder) {
        if id.kind == .column || id.kind == .constraint, planned.isOwn(remover, of: id) {
            for parent in context.from.inheritedParts(of: id) {
                if let other = planned[parent].remove, planned.isOwn(other, of: parent) {
                    order.put(other, before: remover)
                }
            }
            // What was inherited can be removed once it no longer is, unless a parent took it along.
            for inheritance in context.from.inheritances(of: id) {
                guard let leaving = planned[inheritance].remove else { continue }
                order.put(leaving, before: remover)
                link(leaving, beforeRemovalOf: id, from: inheritance, &order)
            }
        }
        if id.kind == .index || id.kind == .constraint { link(indexRemover: remover, of: id, &order) }
        // A table that is made again does not obstruct its parent's columns.
        if id.kind == .column, !planned.isOwn(remover, of: id) {
            for parent in context.from.inheritedColumns(of: id) {
                planned.put(remover, beforeDisturbing: parent, &order)
            }
        }
    }

    /// A partition that leaves meanwhile does so before an index goes that its own is part of; and after a foreign key
    /// goes, which it would keep.
    private func link(indexRemover remover: Int, of id: ObjectID, _ order: inout ActionOrder) {
        for attachment in context.from.attachmentsByParent[id] ?? [] {
            guard let child = context.from.object(attachment, as: IndexAttachment.self)?.child else { continue }
            for inheritance in context.from.inheritances(of: child) {
                guard let leaving = planned[inheritance].remove else { continue }
                order.put(leaving, before: remover)
                if let other = planned[child].remove { order.put(leaving, before: other) }
            }
        }
        guard context.from.object(id, as: Constraint.self)?.kind == .foreignKey, planned.isOwn(remover, of: id),
            let table = context.from.container(of: id)
        else { return }
        for child in context.from.children[table] ?? [] {
            for inheritance in context.from.inheritances(ofTable: child)
            where context.from.object(inheritance, as: Inheritance.self)?.bound != nil {
                if let leaving = planned[inheritance].remove { order.put(remover, before: leaving) }
            }
        }
    }

    /// A child leaves before what it inherits is removed from its parent, or from where the parent has it.
    private func link(
        _ leaving: Int, beforeRemovalOf id: ObjectID, from inheritance: ObjectID, _ order: inout ActionOrder
    ) {
        guard let parent = context.from.object(inheritance, as: Inheritance.self)?.parent else { return }
        let part = id.part(of: parent)
        if let remover = planned[part].remove { order.put(leaving, before: remover) }
        for next in context.from.inheritances(ofTable: parent) {
            link(leaving, beforeRemovalOf: part, from: next, &order)
        }
    }
}

extension DatabaseSchema {
    /// Whether it is an index that is not part of a parent's.
    func isIndexApart(_ id: ObjectID) -> Bool {
        guard id.kind == .index || object(id, as: Constraint.self)?.hasIndex == true else { return false }
        return attachmentsByChild[id] == nil
    }
}
