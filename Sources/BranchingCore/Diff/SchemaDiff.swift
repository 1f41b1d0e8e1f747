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
        changes = []
        migration = SchemaMigration(groups: [])
        notes = []
        unsupported = []
    }

    /// Whether nothing separates them.
    public var isEmpty: Bool { changes.isEmpty }
}
