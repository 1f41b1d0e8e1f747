import Logging

/// Ends the sessions on a source without a gap that lets new ones in.
///
/// `CREATE DATABASE` first locks the source against new sessions, then waits five seconds for the old ones to leave:
/// in that time we end them. Reconnecting clients wait for the lock. Connections to the source are never switched
/// off (`ALLOW_CONNECTIONS false`): a crash would leave it so.
struct SourceDisconnection: Sendable {
    let source: SourceFacts
    let worker: PostgresConnection
    let control: PostgresConnection
    let logger: Logger

    func run(_ create: @escaping @Sendable () async throws -> Void) async throws {
        await checkpoint()
        async let creation: Void = create()
        var refusal: (any Error)?
        do { try await endSessions() } catch { refusal = error }
        do { try await creation } catch { throw refusal ?? error }
    }

    /// Shortens the checkpoint under the lock. It only saves time, so a role that may not do it goes on without.
    private func checkpoint() async {
        do {
            try await control.queryAtLength("CHECKPOINT")
        } catch {
            logger.debug("no checkpoint before the clone", metadata: ["why": "\(error)"])
        }
    }

    private func endSessions() async throws {
        // CREATE DATABASE itself gives up after five seconds.
        let deadline = ContinuousClock.now + .seconds(5)
        while ContinuousClock.now < deadline {
            if try await creationHoldsLock() {
                let ended = try await terminate()
                logger.notice(
                    "sessions on the source ended",
                    metadata: ["source": "\(source.database)", "sessions": "\(ended)"])
                return
            }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    private func creationHoldsLock() async throws -> Bool {
        let rows = try await control.query(
            """
            SELECT FROM pg_catalog.pg_locks
            WHERE locktype = 'object' AND classid = 'pg_catalog.pg_database'::regclass
              AND objid = $1::bigint::oid AND mode = 'ShareLock' AND granted AND pid = $2
            """, [.integer(source.oid), .integer(Int64(worker.facts.backendPID))])
        return !rows.isEmpty
    }

    private func terminate() async throws -> Int {
        do {
            return try await control.query(
                """
                SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity
                WHERE datid = $1::bigint::oid AND pid <> pg_catalog.pg_backend_pid()
                """, [.integer(source.oid)]
            ).count
        } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
            throw PostgresError(
                sqlState: error.sqlState,
                message:
                    "The server's role may not end the sessions on '\(source.database)'. Grant it pg_signal_backend, and for sessions of superusers end them yourself."
            )
        }
    }
}
