import SchemaModel

/// Notes where the columns that two tables share are in another order, which no statement changes.
enum ColumnOrder {
    static func notes(from: DatabaseSchema, to: DatabaseSchema) -> [String] {
        var moved: Set<ObjectID> = []
        for case let column as Column in to.objects.values {
            guard let before = from.object(column.id, as: Column.self), before.position != column.position else {
                continue
            }
            moved.insert(column.table)
        }
        return moved.filter { $0.kind == .table }.sorted().compactMap { table in
            let before = from.columns(of: table).map(\.id.name)
            let after = to.columns(of: table).map(\.id.name)
            let kept = Set(before).intersection(after)
            // What is added lands at the end.
            let result = before.filter(kept.contains) + after.filter { !kept.contains($0) }
            return result == after
                ? nil
                : "The columns of \(table) stand in another order: \(result.joined(separator: ", ")) here, \(after.joined(separator: ", ")) there."
        }
    }
}
