/// What separates two schemas, and the SQL that turns the first into the second. A pure function of both: the same
/// schemas give the same bytes.
public struct SchemaDiff: Sendable {
    /// The differences, by kind and name.
    public let changes: [SchemaChange]
    /// The SQL.
    public let migration: SchemaMigration
    /// What was seen and is no change: the order of columns.
    public let notes: [String]
    /// What users made that the model lacks, on either side.
    public let unsupported: [UnsupportedObject]

    /// The renames that were asked for and cannot be done, as `old=new`: the old name is not there, or not clear, or the
    /// new one is taken.
    public let refusedRenames: [String]

    /// The schemas that were asked for and are in neither database, sorted.
    public let missingSchemas: [String]

    /// Compares two schemas.
    public init(from: DatabaseSchema, to: DatabaseSchema, options: DiffOptions = DiffOptions()) {
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
    public var isEmpty: Bool { changes.isEmpty }
}
