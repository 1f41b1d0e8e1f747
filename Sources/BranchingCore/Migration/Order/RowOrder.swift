import SchemaModel

/// Rows are saved before any part of their table goes, and restored before anything checks or follows them.
struct RowOrder {
    let planned: PlannedSteps

    private var context: MigrationContext { planned.context }

    func link(_ order: inout ActionOrder) {
        for (id, steps) in planned.all {
            if let saver = steps.save { link(saver: saver, &order) }
            if let restorer = steps.restore { link(restorer: restorer, of: id, &order) }
        }
    }

    private func link(saver: Int, _ order: inout ActionOrder) {
        for (step, action) in planned.actions.enumerated() where action.phase == .remove {
            // A partition that stays, or becomes a separate table, takes its rows along.
            if let inheritance = context.from.object(action.id, as: Inheritance.self), inheritance.bound != nil,
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
