import BranchingCore
import Logging

/// Finds out what a branch's login can reach outside of the branch. It is granted nothing there, so that is what PUBLIC can.
///
/// Tables are views and foreign tables, too; system schemas do not count.
struct LoginExposure: Sendable {
    let role: String
    /// The database being made, to which the login belongs.
    let target: String
    /// The source, if it is in the same cluster.
    let source: String?
    let server: ConnectionParameters
    let logger: Logger

    /// How many databases are looked at at once: with its other sessions, an operation then has four (docs/deployment.md).
    private static let places = 2

    /// Whether PUBLIC can read a table of the database that the session is on.
    ///
    /// In a new copy, before anything in it is given to the login, this says it of the source: no connection to the source
    /// is needed, which would be in the way of other clones.
    static func readsAsPublic(on handle: borrowing ConnectionHandle) throws -> Bool {
        try reads(as: "public", on: handle)
    }

    /// Looks at the other databases.
    ///
    /// - Parameters:
    ///   - worker: A session on another database.
    ///   - readsSource: Whether the login can read tables of the source if it may connect there.
    func find(on worker: PostgresConnection, readsSource: Bool) async throws -> BranchLogin {
        var databases = try await worker.run { try reachable(on: $0) }
        let connectsToSource = source.map(databases.contains) ?? false
        databases.removeAll { $0 == source }
        var found = try await readable(databases)
        if connectsToSource, readsSource, let source { found.append(source) }
        // Some are gone by now.
        let remaining = Set(try await worker.run { try reachable(on: $0) })
        found.removeAll { !remaining.contains($0) }
        return BranchLogin(
            role: role, connectsToSource: connectsToSource,
            readsElsewhere: Array(found.sorted().prefix(BranchLogin.mostDatabases)))
    }

    private func reachable(on handle: borrowing ConnectionHandle) throws -> [String] {
        let rows = try handle.query(
            """
            SELECT datname FROM pg_catalog.pg_database
            WHERE datallowconn AND datname <> $2 AND pg_catalog.has_database_privilege($1::text::name, oid, 'CONNECT')
            ORDER BY datname
            """, [.text(role), .text(target)])
        var names: [String] = []
        for row in rows { names.append(try row.value("datname")) }
        return names
    }

    private func readable(_ databases: [String]) async throws -> [String] {
        try await withThrowingTaskGroup(of: String?.self) { group in
            var found: [String] = []
            for (index, database) in databases.enumerated() {
                if index >= Self.places, let name = try await group.next() { found += [name].compactMap(\.self) }
                group.addTask { try await canRead(database) ? database : nil }
            }
            for try await name in group { found += [name].compactMap(\.self) }
            return found
        }
    }

    /// What cannot be looked at counts as readable: the login might get in where our role does not.
    private func canRead(_ database: String) async throws -> Bool {
        do {
            return try await PostgresConnection.withSession(
                to: server.connecting(to: database).named("ayb"), logger: logger
            ) { connection in try await connection.run { try Self.reads(as: role, on: $0) } }
        } catch let error as PostgresError {
            guard !Task.isCancelled else { throw OperationError.interrupted }
            // It was dropped meanwhile, or lets nobody in.
            if [.invalidCatalogName, .objectNotInPrerequisiteState].contains(error.sqlState) { return false }
            logger.notice(
                "it is not known what a login can read in a database",
                metadata: ["database": "\(database)", "why": "\(error)"])
            return true
        }
    }

    private static func reads(as role: String, on handle: borrowing ConnectionHandle) throws -> Bool {
        let rows = try handle.query(
            """
            SELECT FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND pg_catalog.has_schema_privilege($1::text::name, n.oid, 'USAGE')
              AND (pg_catalog.has_table_privilege($1::text::name, c.oid, 'SELECT')
                   OR pg_catalog.has_any_column_privilege($1::text::name, c.oid, 'SELECT'))
            LIMIT 1
            """, [.text(role)])
        return !rows.isEmpty
    }
}
