import SchemaModel

/// Rows are saved before any part of their table goes, and restored before anything checks or follows them.
struct RowOrder {
    let planned: PlannedSteps

    private var context: MigrationContext { planned.context }

    func link(_ order: inout ActionOrder) {
        for (id, steps) in planned.all {
            if let saver = steps.save { link(saver: saver, of: id, &order) }
            if let restorer = steps.restore { link(restorer: restorer, of: id, &order) }
            if let filler = steps.fill { link(filler: filler, of: id, &order) }
        }
    }

    /// All else is there, and the rows of what it reads.
    private func link(filler: Int, of id: ObjectID, _ order: inout ActionOrder) {
        for (step, action) in planned.actions.enumerated() where action.phase != .fill {
            order.put(step, before: filler)
        }
        var seen: Set<ObjectID> = [id]
        var queue = [id]
        while let next = queue.popLast() {
            for needed in context.to.dependencies[next] ?? [] where seen.insert(needed).inserted {
                if let other = planned[needed].fill { order.put(other, before: filler) }
                queue.append(needed)
            }
        }
    }

    private func link(saver: Int, of id: ObjectID, _ order: inout ActionOrder) {
        let staysPartitioned = context.to.object(id, as: Table.self)?.partitionKey != nil
        for (step, action) in planned.actions.enumerated() where action.phase == .remove {
            // A partition that stays, or becomes a separate table, takes its rows along. A table that is no longer
            // partitioned keeps them, too.
            if staysPartitioned, let inheritance = context.from.object(action.id, as: Inheritance.self),
                inheritance.bound != nil,
                planned.table.decisions[inheritance.child]?.removes != true
            {
                order.put(step, before: saver)
            } else {
                order.put(saver, before: step)
            }
        }
    }

    private func link(restorer: Int, of id: ObjectID, _ order: inout ActionOrder) {
        guard let builder = planned[id].build else { return }
        order.put(builder, before: restorer)
        // The copy has columns of the old types until then.
        for id in planned.table.swapped {
            if let remover = planned[id].remove { order.put(restorer, before: remover) }
        }
        let isPartitioned = context.to.object(id, as: Table.self)?.partitionKey != nil
        for (other, steps) in planned.all where other != id {
            guard let step = steps.build else { continue }
            switch other.kind {
            case .inheritance:
                if context.to.isInTree(other, of: id) { order.put(step, before: restorer) }
            case .constraint, .index, .trigger, .rule, .policy:
                // A partition has its part of a key before it is attached.
                let isForeignKey = context.to.object(other, as: Constraint.self)?.kind == .foreignKey
                let isAttached = isPartitioned && other.kind <= .constraint && !isForeignKey
                if !isAttached, context.to.container(of: other) == id { order.put(restorer, before: step) }
            case .materializedView: order.put(restorer, before: step)
            default: break
            }
        }
    }
}
