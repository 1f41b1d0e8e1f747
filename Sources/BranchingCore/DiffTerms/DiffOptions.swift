/// What of two schemas is compared, and how the migration is written.
public struct DiffOptions: Sendable, Hashable {
    /// What can be left out of a comparison.
    public enum Aspect: String, Sendable, Hashable, CaseIterable, Codable {
        /// Who owns an object.
        case owner
        /// Who may do what, default privileges included.
        case privileges
        /// Comments.
        case comments
        /// The order of columns: it is only noted, as no statement changes it.
        case columnOrder = "column-order"
    }

    /// Only these schemas, without what is in none; empty for all.
    public var schemas: Set<String>
    /// Not these schemas.
    public var excludedSchemas: Set<String>
    /// What is left out.
    public var ignored: Set<Aspect>
    /// New names by old names, each as `schema.name` or, for a column, `schema.table.name`.
    public var renames: [String: String]
    /// How the migration is written.
    public var migration: MigrationOptions

    /// Makes options; all schemas and aspects by default.
    public init(
        schemas: Set<String> = [], excludedSchemas: Set<String> = [], ignored: Set<Aspect> = [],
        renames: [String: String] = [:], migration: MigrationOptions = MigrationOptions()
    ) {
        self.schemas = schemas
        self.excludedSchemas = excludedSchemas
        self.ignored = ignored
        self.renames = renames
        self.migration = migration
    }
}

/// How a migration is written.
public struct MigrationOptions: Sendable, Hashable {
    /// Whether to use the forms that hold locks for a short time only.
    public var isOnline: Bool

    /// Makes options.
    public init(isOnline: Bool = false) {
        self.isOnline = isOnline
    }
}
