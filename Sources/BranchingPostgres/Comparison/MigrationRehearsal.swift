import MigrationPlanner

/// Runs a migration on a copy, each group as it prescribes.
///
/// Its texts come from servers. Each is sent alone, by the protocol that takes only one statement (manual section
/// 55.2.3), so anything after a `;` is refused.
struct MigrationRehearsal: Sendable {
    let migration: SchemaMigration

    /// - Returns: Which statement failed and why; nil if all succeeded.
    /// - Throws: If the connection is gone or the task was cancelled.
    func run(on connection: PostgresConnection) async throws -> String? {
        try await connection.run { handle in
            for setting in migration.settings { try handle.script(setting) }
            var number = 0
            for group in migration.groups where !group.statements.isEmpty {
                if group.isTransaction { try handle.query("BEGIN") }
                for statement in group.statements {
                    number += 1
                    do { try handle.query(statement.sql) } catch {
                        return try failure(error, of: statement.sql, number)
                    }
                }
                guard group.isTransaction else { continue }
                do { try handle.query("COMMIT") } catch {
                    return try failure(error, of: "COMMIT", number)
                }
            }
            return nil
        }
    }

    private func failure(_ error: any Error, of sql: String, _ number: Int) throws -> String {
        guard let error = error as? PostgresError, !error.isUnavailability, error.sqlState != .queryCanceled else {
            throw error
        }
        let state = error.sqlState.map { " (\($0.rawValue))" } ?? ""
        return "Statement \(number) of \(migration.statements.count) fails: \(error)\(state): \(sql)"
    }
}
