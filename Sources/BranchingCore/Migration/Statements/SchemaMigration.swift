/// The SQL that turns one schema into another.
public struct SchemaMigration: Sendable, Hashable {
    /// The statements, in order.
    public let groups: [StatementGroup]

    /// Whether it gives up rather than wait long for a lock.
    public let isOnline: Bool

    /// Makes a migration.
    public init(groups: [StatementGroup], isOnline: Bool = false) {
        self.groups = groups
        self.isOnline = isOnline
    }

    /// What every session that runs it sets first.
    public var settings: [String] {
        ["SET search_path = ''", "SET check_function_bodies = off", "SET client_min_messages = warning"]
            + (isOnline ? ["SET lock_timeout = '5s'"] : [])
    }

    /// Whether there is nothing to do.
    public var isEmpty: Bool { groups.allSatisfy(\.statements.isEmpty) }

    /// All statements, in order.
    public var statements: [Statement] { groups.flatMap(\.statements) }

    /// The script, for `psql -v ON_ERROR_STOP=1`. Empty where there is nothing to do.
    public var sql: String { SQLScript(migration: self).text }
}
