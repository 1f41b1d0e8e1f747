import BranchingCore
import Logging

/// Inspects a source, and leaves no connection on it.
struct SourceInspector: Sendable {
    /// A session on the control database, in the cluster of the branch databases.
    let control: PostgresConnection
    let logger: Logger

    /// - Throws: ``OperationError/failed(_:_:)`` with `source_unreachable`.
    func facts(of source: CloneSource) async throws -> SourceFacts {
        guard source.isElsewhere else {
            let facts = try await quietFacts(of: source.database)
            try source.require(facts.oid)
            return try await withLogin(facts)
        }
        let connection: PostgresConnection
        do {
            connection = try await PostgresConnection.connect(
                to: source.parameters.readingTablesOnly, logger: logger)
        } catch let error as PostgresError {
            throw OperationError.failed(.sourceUnreachable, "The source cannot be reached: \(error)")
        }
        let facts: SourceFacts? = try await connection.closing { connection in
            guard try await !proveSameCluster(connection) else { return nil }
            return try await read(connection.facts.database, isSameCluster: false, on: connection)
        }
        if let facts { return facts }
        try await waitForEnd(of: connection.facts.backendPID)
        return try await withLogin(quietFacts(of: connection.facts.database))
    }

    private func withLogin(_ facts: SourceFacts) async throws -> SourceFacts {
        var facts = facts
        facts.login = try await control.run { [oid = facts.oid] in try LoginRecord.find(ofDatabase: oid, on: $0) }?
            .standIn
        return facts
    }

    /// Facts of a database in our own cluster. A session that is just ending gets a moment.
    private func quietFacts(of database: String) async throws -> SourceFacts {
        var facts = try await read(database, isSameCluster: true, on: control)
        for _ in 0..<10 where facts.otherSessions > 0 {
            try? await Task.sleep(for: .milliseconds(25))
            facts = try await read(database, isSameCluster: true, on: control)
        }
        return facts
    }

    private func read(_ database: String, isSameCluster: Bool, on connection: PostgresConnection)
        async throws -> SourceFacts
    {
        try await connection.run { handle in
            do {
                if let facts = try SourceFacts.read(database, isSameCluster: isSameCluster, on: handle) { return facts }
            } catch let error as PostgresError {
                throw OperationError.failed(.sourceUnreachable, "The source cannot be read: \(error)")
            }
            throw OperationError.failed(.sourceUnreachable, "The source database '\(database)' does not exist.")
        }
    }

    /// A lock taken on one connection and seen on the other proves that both are on one cluster: host names and even
    /// the system identifier do not (a proxy, a standby).
    private func proveSameCluster(_ source: PostgresConnection) async throws -> Bool {
        do {
            guard let (key, oid) = try await takeRandomLock(source) else { return false }
            let seen = try await control.query(
                """
                SELECT FROM pg_catalog.pg_locks
                WHERE locktype = 'advisory' AND database = $1::bigint::oid
                  AND (classid::bigint << 32 | objid::bigint) = $2 AND objsubid = 1 AND pid = $3
                """, [.integer(oid), .integer(key), .integer(Int64(source.facts.backendPID))])
            return !seen.isEmpty
        } catch let error as PostgresError {
            throw OperationError.failed(.sourceUnreachable, "The source cannot be read: \(error)")
        }
    }

    /// Takes an advisory lock with an unguessable number. If somebody holds it anyway, tries another: nobody waits.
    private func takeRandomLock(_ source: PostgresConnection) async throws -> (key: Int64, oid: Int64)? {
        for _ in 0..<20 {
            let key = Int64.random(in: Int64.min ..< -1_000_000_000_000)
            let rows = try await source.query(
                """
                SELECT pg_catalog.pg_try_advisory_lock_shared($1) AS taken, oid
                FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
                """, [.integer(key)])
            guard let row = rows.first else { return nil }
            if try row.value("taken") { return (key, try row.value("oid")) }
        }
        throw PostgresError(
            sqlState: .lockNotAvailable,
            message: "Somebody holds advisory locks of the source's database, whatever their number.")
    }

    private func waitForEnd(of pid: Int32) async throws {
        for _ in 0..<100 {
            let left = try await control.query(
                "SELECT FROM pg_catalog.pg_stat_activity WHERE pid = $1", [.integer(Int64(pid))])
            if left.isEmpty { return }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}
