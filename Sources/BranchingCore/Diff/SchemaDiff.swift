package import DiffTerms
package import MigrationPlanner
package import SchemaModel

/// What separates two schemas, and the SQL that turns the first into the second. A pure function of both: the same
/// schemas give the same bytes.
package struct SchemaDiff: Sendable {
    /// The differences, by kind and name.
    package let changes: [SchemaChange]
    /// The SQL.
    package let migration: SchemaMigration
    /// What was noticed but is no change: the order of columns.
    package let notes: [String]
    /// User-made objects, on either side, that the model lacks.
    package let unsupported: [UnsupportedObject]

    /// The requested renames that cannot be done, as `old=new`: the old name is missing or ambiguous, or the new one is
    /// taken.
    package let refusedRenames: [String]

    /// The requested schemas that neither database has, sorted.
    package let missingSchemas: [String]

    /// Compares two schemas.
    package init(from: DatabaseSchema, to: DatabaseSchema, options: DiffOptions = DiffOptions()) {
        let filter = SchemaFilter(options: options)
        let renaming = SchemaRenaming(options.renames, in: from)
        refusedRenames = renaming.refused
        missingSchemas = options.schemas.filter { name in
            let id = ObjectID(.schema, name: name)
            return from.objects[id] == nil && to.objects[id] == nil
        }.sorted()
        let context = MigrationContext(
            from: renaming.apply(to: filter.apply(to: from)), to: filter.apply(to: to), options: options.migration)
        let plan = MigrationPlan(context: context, renames: renaming.renames.map(\.statement))
        migration = plan.migration
        changes = renaming.renames.map(\.change) + plan.changes
        notes = options.ignored.contains(.columnOrder) ? [] : ColumnOrder.notes(from: context.from, to: context.to)
        var seen: Set<UnsupportedObject> = []
        unsupported = (from.unsupported + to.unsupported).filter { seen.insert($0).inserted }
    }

    /// Whether nothing separates them.
    package var isEmpty: Bool { changes.isEmpty }
}

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
                : "The columns of \(table) are in another order: \(result.joined(separator: ", ")) here, \(after.joined(separator: ", ")) there."
        }
    }
}
