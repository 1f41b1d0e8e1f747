/// The SQL that turns one schema into another.
package struct SchemaMigration: Sendable, Hashable {
    /// The statements, in order.
    package let groups: [StatementGroup]

    /// Whether it gives up rather than wait long for a lock.
    package let isOnline: Bool

    /// Makes a migration.
    package init(groups: [StatementGroup], isOnline: Bool = false) {
        self.groups = groups
        self.isOnline = isOnline
    }

    /// What every session that runs it sets first.
    package var settings: [String] {
        ["SET search_path = ''", "SET check_function_bodies = off", "SET client_min_messages = warning"]
            + (isOnline ? ["SET lock_timeout = '5s'"] : [])
    }

    /// Whether there is nothing to do.
    package var isEmpty: Bool { groups.allSatisfy(\.statements.isEmpty) }

    /// All statements, in order.
    package var statements: [Statement] { groups.flatMap(\.statements) }

    /// The script, for `psql -v ON_ERROR_STOP=1`. Empty if there is nothing to do.
    package var sql: String { SQLScript(migration: self).text }
}
