import SchemaModel

/// A column that holds rows of a relation lets go of its type before the relation changes, and takes it up afterwards.
struct DetachmentOrder {
    let planned: PlannedSteps

    func link(_ order: inout ActionOrder) {
        let context = planned.context
        for (relation, columns) in planned.table.detachedColumns {
            let parts = [relation] + context.from.parts(of: relation).filter { $0.kind == .column }
            let newParts = [relation] + context.to.parts(of: relation).filter { $0.kind == .column }
            for column in columns {
                guard let remover = planned[column].remove, let builder = planned[column].build else { continue }
                for part in parts {
                    if let other = planned[part].remove { order.put(remover, before: other) }
                    planned.put(remover, beforeDisturbing: part, &order)
                }
                for part in newParts {
                    guard let other = planned[part].build else { continue }
                    order.put(remover, before: other)
                    order.put(other, before: builder)
                }
            }
        }
    }
}
