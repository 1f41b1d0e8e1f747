import SchemaModel

/// What is made comes after what it needs, and what is removed goes before what it needed.
struct DependencyOrder {
    let planned: PlannedSteps

    private var context: MigrationContext { planned.context }

    func link(_ order: inout ActionOrder) {
        for (id, decision) in planned.table.decisions {
            let steps = planned[id]
            if let builder = steps.build, context.to.objects[id] != nil { link(builder: builder, of: id, &order) }
            if decision.letsGo, let remover = steps.remove { link(remover: remover, of: id, &order) }
            if case .alter = decision, let builder = steps.build { link(alteration: builder, of: id, &order) }
        }
    }

    /// What is made comes after what it needs, and after what had its place.
    private func link(builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        let isForeignKey = context.to.object(id, as: Constraint.self)?.kind == .foreignKey
        for needed in needs(of: id, in: context.to) {
            if let shell = planned[needed].shell, planned.newCircles.areTogether(needed, id) {
                order.put(shell, before: builder)
            } else if let other = planned[needed].build {
                order.put(other, before: builder)
                if let shell = planned[id].shell, !planned.newCircles.areTogether(needed, id) {
                    order.put(other, before: shell)
                }
            }
            // A partitioned table's key counts once each partition has its part.
            if isForeignKey { link(builder, behindAttachmentsTo: needed, &order) }
        }
        let first = planned[id].shell ?? builder
        order.put(first, before: builder)
        if let renamer = planned[id].rename {
            order.put(renamer, before: builder)
        } else if let remover = planned[id].remove {
            order.put(remover, before: first)
        }
    }

    private func link(_ builder: Int, behindAttachmentsTo index: ObjectID, _ order: inout ActionOrder) {
        for attachment in context.to.attachmentsByParent[index] ?? [] {
            if let other = planned[attachment].build { order.put(other, before: builder) }
            guard let child = context.to.object(attachment, as: IndexAttachment.self)?.child else { continue }
            link(builder, behindAttachmentsTo: child, &order)
        }
    }

    /// What is removed goes before what it needed.
    private func link(remover: Int, of id: ObjectID, _ order: inout ActionOrder) {
        if let empty = planned[id].empty { order.put(empty, before: remover) }
        for needed in needs(of: id, in: context.from) {
            if let other = planned[needed].remove {
                let isTogether = planned.oldCircles.areTogether(needed, id)
                order.put(isTogether ? planned[id].empty ?? remover : remover, before: other)
            }
            // An old type that goes last may need others that do too.
            if let renamer = planned[needed].rename, planned[id].rename == nil {
                order.put(remover, before: renamer)
            }
            planned.put(remover, beforeDisturbing: needed, &order)
        }
    }

    /// A changed object stops needing things before those go.
    private func link(alteration builder: Int, of id: ObjectID, _ order: inout ActionOrder) {
        let needs = needs(of: id, in: context.to)
        for needed in self.needs(of: id, in: context.from) {
            if let other = planned[needed].remove { order.put(builder, before: other) }
            // For example, a column that is no longer computed from another, whose type changes.
            guard case .alter(_, true) = planned.table.decisions[needed], !needs.contains(needed) else { continue }
            if let other = planned[needed].build { order.put(builder, before: other) }
        }
    }

    private func needs(of id: ObjectID, in schema: DatabaseSchema) -> Set<ObjectID> {
        var needed = schema.dependencies[id] ?? []
        if !id.schema.isEmpty { needed.insert(ObjectID(.schema, name: id.schema)) }
        if let place = schema.object(id, as: Extension.self)?.schema { needed.insert(ObjectID(.schema, name: place)) }
        if let container = schema.container(of: id) { needed.insert(container) }
        // Children are attached complete: PostgreSQL then finds their indexes and takes them over.
        if id.kind == .inheritance, let inheritance = schema.object(id, as: Inheritance.self), inheritance.bound != nil
        {
            for part in schema.parts(of: inheritance.child)
            where part.kind == .column || part.kind == .constraint || part.kind == .index {
                let isForeignKey = schema.object(part, as: Constraint.self)?.kind == .foreignKey
                if !isForeignKey, !schema.isIndexApart(part) { needed.insert(part) }
            }
        }
        return needed
    }
}

extension PlannedSteps {
    /// Whatever obstructs a change of the object, or of what it inherits from, which changes it too, goes first.
    func put(_ remover: Int, beforeDisturbing id: ObjectID, _ order: inout ActionOrder) {
        guard case .alter(_, true) = table.decisions[id], let builder = self[id].build else { return }
        order.put(remover, before: builder)
        guard id.kind == .column else { return }
        for parent in context.from.inheritedColumns(of: id) {
            put(remover, beforeDisturbing: parent, &order)
        }
    }
}
