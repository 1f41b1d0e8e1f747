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

    /// Compares two schemas.
    public init(from: DatabaseSchema, to: DatabaseSchema, options: DiffOptions = DiffOptions()) {
        let context = MigrationContext(from: from, to: to, options: options.migration)
        let planner = MigrationPlanner(context: context)
        let actions = planner.actions()
        migration = SchemaMigration(groups: StatementGrouping.groups(of: actions.flatMap(\.statements)))
        changes = planner.table.decisions.sorted { $0.key < $1.key }.map { id, decision in
            let object = to.objects[id] ?? from.objects[id]
            let action: SchemaChange.Action =
                switch decision {
                case .create: .create
                case .drop: .drop
                case .rebuild: .rebuild
                case .alter: .alter
                }
            return SchemaChange(kind: object?.kindName ?? id.kind.words, object: id.description, action: action)
        }
        notes = []
        unsupported = (from.unsupported + to.unsupported)
    }

    /// Whether nothing separates them.
    public var isEmpty: Bool { changes.isEmpty }
}
