import BranchingCore
import Logging

/// Looks at a source, and leaves no connection on it.
struct SourceInspector: Sendable {
    /// A session on the control database, in the cluster of the branch databases.
    let control: PostgresConnection
    let logger: Logger

    /// - Throws: ``OperationError/failed(_:_:)`` with `source_unreachable`.
    func facts(of source: CloneSource) async throws(OperationError) -> SourceFacts {
        guard source.isElsewhere else {
            return try await quietFacts(of: source.database)
        }
        let connection: PostgresConnection
        do {
            connection = try await PostgresConnection.connect(to: source.parameters, logger: logger)
        } catch {
            throw .failed(.sourceUnreachable, "The source cannot be reached: \(error)")
        }
        do throws(OperationError) {
            let isSameCluster = try await proveSameCluster(connection)
            if isSameCluster {
                let (database, pid) = (connection.facts.database, connection.facts.backendPID)
                await connection.close()
                try await waitForEnd(of: pid)
                return try await quietFacts(of: database)
            }
            let facts = try await read(connection.facts.database, isSameCluster: false, on: connection)
            await connection.close()
            return facts
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Facts of a database of our own cluster. A session that is just ending is given a moment.
    private func quietFacts(of database: String) async throws(OperationError) -> SourceFacts {
        var facts = try await read(database, isSameCluster: true, on: control)
        for _ in 0..<10 where facts.otherSessions > 0 {
            try? await Task.sleep(for: .milliseconds(25))
            facts = try await read(database, isSameCluster: true, on: control)
        }
        return facts
    }

    private func read(_ database: String, isSameCluster: Bool, on connection: PostgresConnection)
        async throws(OperationError) -> SourceFacts
    {
        try await connection.run { (handle) throws(OperationError) in
            do throws(PostgresError) {
                if let facts = try SourceFacts.read(database, isSameCluster: isSameCluster, on: handle) { return facts }
            } catch {
                throw .failed(.sourceUnreachable, "The source cannot be read: \(error)")
            }
            throw .failed(.sourceUnreachable, "The source database '\(database)' does not exist.")
        }
    }

    /// A lock that is taken on one connection and seen on the other proves that both are on one cluster: host names and
    /// even the system identifier do not (a proxy, a standby).
    private func proveSameCluster(_ source: PostgresConnection) async throws(OperationError) -> Bool {
        let key = Int64.random(in: Int64.min ..< -1_000_000_000_000)
        do throws(PostgresError) {
            let taken = try await source.query(
                """
                SELECT pg_catalog.pg_advisory_lock_shared($1), oid
                FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
                """, [.integer(key)])
            guard let oid = try taken.first?.value("oid", as: Int64.self) else { return false }
            let seen = try await control.query(
                """
                SELECT FROM pg_catalog.pg_locks
                WHERE locktype = 'advisory' AND database = $1::bigint::oid
                  AND (classid::bigint << 32 | objid::bigint) = $2 AND objsubid = 1 AND pid = $3
                """, [.integer(oid), .integer(key), .integer(Int64(try pid(of: source)))])
            return !seen.isEmpty
        } catch {
            throw .failed(.sourceUnreachable, "The source cannot be read: \(error)")
        }
    }

    private func pid(of connection: PostgresConnection) throws(PostgresError) -> Int32 { connection.facts.backendPID }

    private func waitForEnd(of pid: Int32) async throws(OperationError) {
        for _ in 0..<100 {
            let left: [PostgresRow]
            do {
                left = try await control.query(
                    "SELECT FROM pg_catalog.pg_stat_activity WHERE pid = $1", [.integer(Int64(pid))])
            } catch {
                throw .postgres(error)
            }
            if left.isEmpty { return }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}
