/// The SQL that turns one schema into another.
public struct SchemaMigration: Sendable, Hashable {
    /// The statements, in order.
    public let groups: [StatementGroup]

    /// Makes a migration.
    public init(groups: [StatementGroup]) {
        self.groups = groups
    }

    /// Whether there is nothing to do.
    public var isEmpty: Bool { groups.allSatisfy(\.statements.isEmpty) }

    /// All statements, in order.
    public var statements: [Statement] { groups.flatMap(\.statements) }

    /// The script, for `psql -v ON_ERROR_STOP=1`. Empty where there is nothing to do.
    public var sql: String { SQLScript(migration: self).text }
}
