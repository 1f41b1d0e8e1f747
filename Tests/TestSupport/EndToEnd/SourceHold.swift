import BranchingCore
import BranchingPostgres
import Logging

/// A session that locks a table of a source, so that a clone of it stays half-way for as long as a test needs.
package struct SourceHold: Sendable {
    private let cluster: TestCluster
    private let source: String
    private let connection: PostgresConnection

    /// Locks the table `t`.
    package init(_ source: String, in cluster: TestCluster) async throws {
        self.cluster = cluster
        self.source = source
        connection = try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: cluster.url(database: source)),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await connection.query("BEGIN")
        try await connection.query("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE")
    }

    /// Waits until a clone waits for the lock: its pg_dump, or the session that takes a snapshot.
    package func reached() async throws {
        try await eventually("the clone waits for the lock") {
            try await cluster.psql(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)' AND application_name LIKE 'ayb-op-%' AND wait_event_type = 'Lock'"
            ) == "1"
        }
    }

    /// The command lines of pg_dump and psql that work on the cluster. Those that tests run get no `PGPORT`.
    package func tools() throws -> [String] {
        try ProcessTable.all().filter { $0.environment.contains("PGPORT=\(cluster.port)") }
            .map(\.commandLine).filter { $0.contains("pg_dump") || $0.contains("psql") }
    }

    /// How many sessions of clones are on the source.
    package func sessions() async throws -> Int {
        Int(
            try await cluster.psql(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)' AND application_name LIKE 'ayb-op-%'"
            )) ?? -1
    }

    /// Lets the clone continue.
    package func release() async {
        await connection.close()
    }
}
