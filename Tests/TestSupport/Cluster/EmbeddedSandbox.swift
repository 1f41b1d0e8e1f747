package import BranchingCore
package import BranchingPostgres
import Subprocess

/// A temporary directory for private clusters of ``BranchingPostgres/EmbeddedCluster``. When the last reference goes,
/// its server is stopped and it is removed.
package final class EmbeddedSandbox: Sendable {
    /// The directory for a private cluster.
    package let directory: String
    private let owner: ClusterOwner
    private let watchdog: ClusterWatchdog

    /// Makes a sandbox.
    ///
    /// - Parameter subdirectory: the path of the cluster's directory in the temporary one.
    package init(subdirectory: String = "postgres") throws {
        owner = try ClusterOwner.current()
        let parent = try TestDirectory.make(mode: 0o711)
        directory = "\(parent)/\(subdirectory)"
        watchdog = try ClusterWatchdog(directory: parent, dataDirectory: "\(directory)/data")
    }

    /// The server that runs in it.
    package var postmaster: Postmaster? {
        Postmaster.running(in: "\(directory)/data", userID: owner.userID)
    }

    /// Runs SQL through psql as the superuser.
    ///
    /// - Parameters:
    ///   - overSocket: whether over the Unix socket instead of TCP.
    ///   - password: nil for the right one.
    package func psql(
        _ sql: String, at endpoint: EmbeddedCluster.Endpoint, overSocket: Bool = false, password: Secret? = nil
    ) async throws -> String {
        let tools = ClusterTools(binaries: try await PostgresBinaries.find(), owner: owner)
        let host = overSocket ? endpoint.socketDirectory : endpoint.host
        let rows = try await tools.run(
            .psql,
            [
                "-XAtqw", "--set=ON_ERROR_STOP=1", "--host=\(host)", "--port=\(endpoint.port)",
                "--username=\(endpoint.user)", "--dbname=\(endpoint.database)", "--file=-",
            ],
            input: sql + "\n", variables: ["PGPASSWORD": (password ?? endpoint.password).reveal()],
            limit: .seconds(30))
        return rows.split(separator: "\n").joined(separator: "\n")
    }

    /// A configuration of a private cluster for tests.
    package func configuration() -> EmbeddedCluster.Configuration {
        .init(
            directory: directory,
            settings: [.init("fsync", "off"), .init("full_page_writes", "off"), .init("max_connections", "20")],
            startLimit: .seconds(60), stopLimit: .seconds(20))
    }
}
