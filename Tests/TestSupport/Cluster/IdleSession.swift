package import BranchingCore
import BranchingPostgres
import Logging

/// Somebody's idle session.
package struct IdleSession: Sendable {
    private let connection: PostgresConnection

    /// Connects.
    package init(
        on database: String, of cluster: TestCluster, as user: String, password: Secret = TestCluster.password
    ) async throws {
        connection = try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: cluster.url(database: database, user: user, password: password))
                .named("idle"),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Its process.
    package var pid: Int32 { connection.facts.backendPID }

    /// Whether it has not been ended.
    package var isAlive: Bool {
        get async { (try? await connection.query("SELECT 1")) != nil }
    }

    /// Ends it.
    package func close() async { await connection.close() }
}
