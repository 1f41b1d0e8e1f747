import SchemaModel

/// Columns that hold rows of a table or view let go of its type while it changes.
extension DecisionTable {
    /// A column with a default makes PostgreSQL rewrite its table, as far as row types are concerned.
    mutating func detachFromWidenedRows() {
        for (id, decision) in decisions.sorted(by: { $0.key < $1.key }) where decision == .create && id.kind == .column
        {
            guard let column = context.to.object(id, as: Column.self), context.from.objects[column.table] != nil else {
                continue
            }
            let fills =
                column.identity != nil || column.generation != nil || context.to.objects[id.columnDefault] != nil
            if fills { detachColumns(holding: column.table) }
        }
    }

    /// Detaches what holds rows of a relation that goes, or one of whose columns gets another type.
    mutating func detachRows(of id: ObjectID) {
        if id.kind == .column {
            guard case .alter(_, true)? = decisions[id], let column = context.from.object(id, as: Column.self) else {
                return
            }
            detachColumns(holding: column.table)
        } else if decisions[id]?.removes == true {
            detachColumns(holding: id)
        }
    }

    private mutating func detachColumns(holding relation: ObjectID) {
        for id in rowTypes.columns(holding: relation).sorted() {
            if case .detach? = decisions[id] {
                detachedColumns[relation, default: []].insert(id)
                continue
            }
            guard decisions[id]?.removes != true, let old = context.from.object(id, as: Column.self),
                let new = context.to.object(id, as: Column.self)
            else { continue }
            detachedColumns[relation, default: []].insert(id)
            decisions[id] = new.detachment(from: old, of: relation, context)
            queue.append(id)
        }
    }
}
