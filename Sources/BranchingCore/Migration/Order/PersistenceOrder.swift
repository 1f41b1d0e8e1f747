import SchemaModel

/// A logged table cannot refer to an unlogged one (manual: CREATE TABLE, UNLOGGED): those that refer become unlogged
/// first, and those that are referred to become logged first.
struct PersistenceOrder {
    let planned: PlannedSteps

    private var context: MigrationContext { planned.context }

    func link(_ order: inout ActionOrder) {
        let changed = changedTables()
        guard !changed.isEmpty else { return }
        for schema in [context.from, context.to] {
            for case let key as Constraint in schema.objects.values where key.kind == .foreignKey {
                guard let table = schema.container(of: key.id) else { continue }
                let targets = Set((schema.dependencies[key.id] ?? []).compactMap(schema.container))
                for target in targets where target != table { link(key.id, from: table, to: target, changed, &order) }
            }
        }
    }

    /// The steps that change tables, and whether each becomes unlogged.
    private func changedTables() -> [ObjectID: (step: Int, isUnlogged: Bool)] {
        var changed: [ObjectID: (step: Int, isUnlogged: Bool)] = [:]
        for (id, decision) in planned.table.decisions {
            guard case .alter = decision, let step = planned[id].build,
                let new = context.to.object(id, as: Table.self), let old = context.from.object(id, as: Table.self),
                new.persistence != old.persistence
            else { continue }
            changed[id] = (step, new.persistence == .unlogged)
        }
        return changed
    }

    private func link(
        _ key: ObjectID, from table: ObjectID, to target: ObjectID,
        _ changed: [ObjectID: (step: Int, isUnlogged: Bool)], _ order: inout ActionOrder
    ) {
        for change in [changed[table], changed[target]].compactMap(\.self) {
            if let remover = planned[key].remove { order.put(remover, before: change.step) }
            if let builder = planned[key].build { order.put(change.step, before: builder) }
        }
        guard planned[key].remove == nil, planned[key].build == nil, let refers = changed[table],
            let referred = changed[target]
        else { return }
        let isUnlogged = refers.isUnlogged
        order.put(isUnlogged ? refers.step : referred.step, before: isUnlogged ? referred.step : refers.step)
    }
}
